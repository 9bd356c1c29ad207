package ad4j.compiler.facade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.Ad;
import ad4j.Differentiable;
import ad4j.JavaFunction;
import ad4j.MixedFunction;
import ad4j.error.AdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What is wrong with a function or a call is said in words, with a way out. */
final class RefusalsTest {
  private static void refuses(Executable call, String... words) {
    AdException e = assertThrows(AdException.class, call);
    for (String word : words) {
      assertTrue(String.valueOf(e.getMessage()).contains(word), e::getMessage);
    }
  }

  @Test
  void tooFewAndTooManyNumbers() {
    Differentiable f = Ad.function((double a, double b) -> a * b);
    refuses(() -> f.value(1), "2 inputs", "1");
    refuses(() -> f.gradient(1, 2, 3), "2 inputs", "3");
    refuses(() -> f.hessian(1), "2 inputs");
    refuses(() -> f.jacobian(1), "2 inputs");
    refuses(() -> f.valueAndGradient(1), "2 inputs");
    refuses(() -> f.vjp(new double[] {1}, new double[] {1}), "2 inputs");
    refuses(() -> f.jvp(new double[] {1}, new double[] {1}), "2 inputs");
    refuses(() -> f.jvp(new double[] {1, 2}, new double[] {1}), "direction");
    refuses(() -> f.hvp(new double[] {1, 2}, new double[] {1}), "direction");
    refuses(() -> f.vjp(new double[] {1, 2}, new double[] {1, 2}), "2");
    refuses(() -> f.valueAndGradient(new double[] {1, 2}, new double[3]), "2 entries", "3");
  }

  @Test
  void aGradientOfSeveralResults() {
    Differentiable f = Ad.function(Models::mapping);
    refuses(() -> f.gradient(1, 2, 3), "one result");
    refuses(() -> f.value(1, 2, 3), "3 results");
    refuses(() -> f.hessian(1, 2, 3), "one result");
    refuses(() -> f.valueAndGradient(1, 2, 3), "one result");
  }

  @Test
  void argumentsOfOtherTypesAndNumbers() {
    MixedFunction f = Ad.function(Models::dot);
    double[] x = {1, 2};
    refuses(() -> f.value(new Object[] {x}), "2 arguments", "1");
    refuses(() -> f.gradient(x, x, x), "2 arguments", "3");
    refuses(() -> f.plan(new Object[] {x}), "2 arguments");
    refuses(() -> f.gradient(x, 3.0), "argument");
    refuses(() -> f.gradient(x, "text"), "argument");
    refuses(() -> f.gradient(x, new Models.Pair(1, 2)), "argument");
    refuses(() -> f.value(x, "text"), "argument");
    refuses(() -> f.value(x, 1), "argument");
    refuses(() -> f.wrt(2), "no argument 2");
    refuses(() -> f.wrt(-1), "no argument -1");
    MixedFunction scaled = Ad.function((Double t, Integer k) -> t * k);
    refuses(() -> scaled.wrt(1), "argument 1 holds no doubles: it is an Integer");
    refuses(
        () -> Ad.function((int[] n, double[] y) -> n[0] * y[0], 0),
        "argument 0 holds no doubles: it is an int[]");
    MixedFunction pair = Ad.function(Models::ofPair);
    refuses(() -> pair.gradient(1.0), "argument");
    refuses(() -> pair.value(1.0), "argument");
    MixedFunction counts = Ad.function((Double a, Integer n) -> a * n);
    refuses(() -> counts.gradient(1.0, 2.0), "argument");
    refuses(() -> counts.gradient(1, 2), "argument");
    refuses(() -> counts.gradient(1.0, 2L), "argument");
  }

  private static final class Point {
    private final double x;

    Point(double x) {
      this.x = x;
    }
  }

  @Test
  void anObjectThatIsNoRecord() {
    Point point = new Point(3);
    assertEquals(3, Ad.function((double y) -> point.x * y).gradient(1)[0]);
    refuses(
        () -> Ad.function((Double y, Point p) -> p.x * y),
        "argument 1 of RefusalsTest.anObjectThatIsNoRecord is an"
            + " ad4j.compiler.facade.RefusalsTest.Point",
        "record");
  }

  @Test
  void fewerResultsThanNone() {
    refuses(() -> Ad.function(Models::writing, -1), "-1 results");
  }

  @Test
  void nullInPlaceOfAnArgument() {
    MixedFunction f = Ad.function(Models::dot);
    double[] x = {1, 2};
    assertThrows(NullPointerException.class, () -> f.value(x, null), "as the method does");
    Throwable thrown = assertThrows(RuntimeException.class, () -> f.gradient(x, null));
    assertTrue(
        thrown instanceof AdException || thrown instanceof NullPointerException, thrown::toString);
  }

  @Test
  void anObjectThatIsNoLambda() {
    JavaFunction.OfArray object =
        new JavaFunction.OfArray() {
          private static final long serialVersionUID = 1;

          @Override
          public double at(double[] x) {
            return x[0] * x[0];
          }
        };
    try {
      assertEquals(6, Ad.function(object).gradient(3)[0]);
    } catch (AdException e) {
      assertTrue(e.getMessage().contains("lambda"), e::getMessage);
    }
  }

  @Test
  void aLambdaThatAnotherInterfaceMade() {
    java.util.function.ToDoubleFunction<double[]> foreign = x -> x[0] * x[0];
    refuses(() -> Ad.function((double[] x) -> foreign.applyAsDouble(x)), "ToDoubleFunction");
    refuses(() -> Ad.function(foreign::applyAsDouble), "ToDoubleFunction");
  }

  @Test
  void codeThatNoProgramCanDo() {
    refuses(
        () -> Ad.function((double[] x) -> Double.parseDouble("1") * x[0]),
        "RefusalsTest.java:",
        "parseDouble");
    refuses(
        () ->
            Ad.function(
                (double[] x) -> {
                  try {
                    return 1 / x[0];
                  } catch (ArithmeticException e) {
                    return 0;
                  }
                }),
        "RefusalsTest.java:");
  }
}
