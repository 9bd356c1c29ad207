package ad4j.compiler.facade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.Ad;
import ad4j.Differentiable;
import ad4j.JavaFunction;
import ad4j.MixedFunction;
import ad4j.Rounding;
import ad4j.error.AccessException;
import ad4j.error.AdException;
import ad4j.op.Real;
import java.util.List;
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
    refuses(
        () -> f.valueAndGradient(new double[] {1, 2}, new double[3]), "needs 2 elements, not 3");
  }

  @Test
  void countsAreThoseThatAreNeededThenThoseThatAreGiven() {
    Differentiable one = Ad.function((double a) -> a);
    refuses(() -> one.gradient(1, 2), "the function has 1 input, not 2");
    Differentiable vector = Ad.function(Models::mapping);
    refuses(
        () -> vector.vjp(new double[] {1, 2, 3}, new double[2]),
        "there must be 3 weights, not 2; give one for each result");
    Differentiable real = Ad.multivariate(x -> x[0]);
    for (Differentiable f : List.of(Ad.function(Models::rosenbrock), real)) {
      double[] x = {1, 2, 3};
      String words = "the direction needs 3 elements, not 2; give one for each input";
      refuses(() -> f.jvp(x, new double[2]), words);
      refuses(() -> f.hvp(x, new double[2]), words);
      refuses(() -> f.taylor(x, new double[2], 2), words);
      refuses(() -> f.vjp(x, new double[2]), "there must be 1 weight, not 2");
      refuses(() -> f.valueAndGradient(x, new double[1]), "the gradient needs 3 elements, not 1");
    }
    refuses(() -> Ad.univariate(x -> x).value(1, 2), "the function has 1 input, not 2");
  }

  @Test
  void derivativesOfOrderNAreOfOneInputAndOneResult() {
    refuses(
        () -> Ad.function((double a, double b) -> a * b).derivative(2, 1),
        "the function has 2 inputs, not 1");
    String words =
        "a derivative of order n needs a function of one input; given one, this one throws";
    refuses(() -> Ad.function(Models::mapping).derivative(2, 1), words, "Index 1", "taylor");
    refuses(() -> Ad.multivariate(x -> x[0].times(x[1])).derivatives(2, 1), words);
    refuses(() -> Ad.multivariate(x -> x[0].times(x[1])).derivative(2, Real.constant(1)), words);
    Differentiable two = Ad.vectorValued(x -> new Real[] {x[0], x[0]});
    refuses(() -> two.derivative(1, 1), "one result; this one has 2");
    refuses(() -> two.derivative(1, Real.constant(1)), "one result; this one has 2");
    assertEquals(12, Ad.function((double[] x) -> x[0] * x[0] * x[0]).derivative(2, 2));
  }

  @Test
  void aMatrixAloneIsAnObject() {
    MixedFunction f = Ad.function((double[][] m) -> m[0][0] * m[1][1]);
    double[][] m = {{1, 2}, {3, 4}};
    double[][] slopes = (double[][]) f.gradient((Object) m).getFirst();
    assertEquals(4, slopes[0][0]);
    refuses(() -> f.gradient((Object[]) m), "the function has 1 argument, not 2", "(Object) array");
    refuses(
        () -> f.value((Object[]) new double[][] {{1}}),
        "is to be a double[][], not a double[]",
        "(Object)");
  }

  @Test
  void aGradientOfSeveralResults() {
    Differentiable f = Ad.function(Models::mapping);
    refuses(() -> f.gradient(1, 2, 3), "one result");
    refuses(() -> f.value(1, 2, 3), "one result; this one has 3");
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

  private record Positive(double spread, double scale) {
    Positive {
      if (spread <= 0) {
        throw new IllegalArgumentException("spread must be positive");
      }
    }
  }

  private record Closed(double held) {
    @Override
    public double held() {
      if (held > 0) {
        throw new IllegalStateException("held is closed");
      }
      return held;
    }
  }

  @Test
  void aRecordThatDoesNotTakeItsGradient() {
    MixedFunction f = Ad.function((Positive p, Double x) -> p.scale() * x - p.spread());
    Positive at = new Positive(2, 3);
    assertEquals(1, f.value(at, 1.0));
    assertEquals(List.of(3.0), f.wrt(1).gradient(at, 1.0), "it is not made where it is not asked");
    AccessException e = assertThrows(AccessException.class, () -> f.gradient(at, 1.0));
    assertEquals(
        "the constructor of ad4j.compiler.facade.RefusalsTest$Positive refused the gradient:"
            + " java.lang.IllegalArgumentException: spread must be positive",
        e.what());
    assertEquals("pass plain doubles or an array, or a record that takes any numbers", e.remedy());
    assertInstanceOf(IllegalArgumentException.class, e.getCause());
    MixedFunction closed = Ad.function((Closed c) -> c.held());
    refuses(
        () -> closed.gradient(new Closed(1)),
        "the component held of ad4j.compiler.facade.RefusalsTest$Closed",
        "IllegalStateException: held is closed");
  }

  private record Several(double sum, Models.Pair[] pairs) {}

  private record Outer(Several inner, double scale) {}

  @Test
  void aRecordWithAnArrayOfRecords() {
    String[] words = {
      " takes a ad4j.compiler.facade.RefusalsTest.Outer, whose component inner.pairs is a"
          + " ad4j.compiler.facade.Models.Pair[]; ",
      "arrays of these, enums, or records of all these"
    };
    refuses(() -> Ad.function((Outer outer, Double x) -> outer.scale() * x), words);
  }

  private record Chain(double value, Chain next) {}

  @Test
  void aRecordThatHoldsItsOwnKind() {
    refuses(
        () -> Ad.function((Chain chain, Double x) -> chain.value() * x),
        "takes a ad4j.compiler.facade.RefusalsTest.Chain, whose component next is a"
            + " ad4j.compiler.facade.RefusalsTest.Chain; ");
    Chain chain = new Chain(2, new Chain(3, null));
    refuses(() -> Ad.function((double x) -> chain.value() * x), "reads the field Chain.value");
  }

  @Test
  void whatWouldFitInPlaceOfAnArgument() {
    MixedFunction rounded = Ad.function((Double x, Rounding r) -> r == Rounding.FAST ? x : 1);
    refuses(() -> rounded.value(1.0, null), "not null; give one of its constants");
    refuses(() -> rounded.value(1.0, 1), "not an Integer; give one of its constants");
    refuses(() -> rounded.value(1, Rounding.FAST), "not an Integer; give numbers in the boxes");
    MixedFunction pair = Ad.function(Models::ofPair);
    refuses(() -> pair.value((Object) null), "not null; give such a record");
    refuses(() -> pair.plan(), "not 0; a plan is that of a call: give it the same arguments");
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
    String[] words = {"a lambda of java.util.function.ToDoubleFunction", "ad4j.JavaFunction"};
    int line = new Throwable().getStackTrace()[0].getLineNumber() + 1;
    Executable called = () -> Ad.function((double[] x) -> foreign.applyAsDouble(x));
    refuses(called, words);
    refuses(
        called,
        "RefusalsTest.aLambdaThatAnotherInterfaceMade(RefusalsTest.java:" + line + ") captures");
    refuses(() -> Ad.function(foreign::applyAsDouble), words);
    refuses(() -> Ad.function(foreign::applyAsDouble), "RefusalsTest captures");
  }

  @Test
  void whatIsCapturedAndHasNoPlaceInAProgram() {
    String[] texts = {"a"};
    float[] floats = {1};
    Rounding[] constants = {Rounding.FAST};
    refuses(() -> Ad.function((double x) -> x * texts[0].length()), "uses the java.lang.String[]");
    refuses(() -> Ad.function((double x) -> x * floats[0]), "uses an array of float");
    refuses(
        () -> Ad.function((double x) -> constants[0] == Rounding.FAST ? x : 1),
        "RefusalsTest.java:",
        "uses the ad4j.Rounding[]; use arrays of double, int, long or boolean");
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
