package ad4j.compiler.facade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ad4j.Ad;
import ad4j.Differentiable;
import ad4j.Installation;
import ad4j.JavaFunction;
import ad4j.JavaMethod;
import ad4j.MixedFunction;
import ad4j.RealToReal;
import ad4j.RealsToReal;
import ad4j.RealsToReals;
import ad4j.error.ShapeException;
import ad4j.explain.ExplainOptions;
import ad4j.op.Real;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What is null is refused by its name. */
@SuppressWarnings("NullAway") // that is what is tested
final class NullsTest {
  @Test
  void noFunction() {
    for (Executable call :
        List.<Executable>of(
            () -> Ad.function((JavaFunction.OfArray) null),
            () -> Ad.function((JavaFunction.Mapping) null),
            () -> Ad.function((JavaFunction.Writing) null, 2),
            () -> Ad.function((JavaFunction.Of1) null),
            () -> Ad.function((JavaFunction.Of8) null),
            () -> Ad.function((JavaFunction.Mixed1<Double>) null),
            () -> Ad.univariate((RealToReal) null),
            () -> Ad.multivariate((RealsToReal) null),
            () -> Ad.vectorValued((RealsToReals) null))) {
      refuses("the function is null", call);
    }
  }

  @Test
  void noPoint() {
    double[] one = {1};
    for (Differentiable f :
        List.of(Ad.function(Models::rosenbrock), Ad.multivariate(x -> x[0].times(x[0])))) {
      for (Executable call :
          List.<Executable>of(
              () -> f.value((double[]) null),
              () -> f.values((double[]) null),
              () -> f.gradient((double[]) null),
              () -> f.valueAndGradient((double[]) null),
              () -> f.valueAndGradient(null, one),
              () -> f.jvp(null, one),
              () -> f.vjp(null, one),
              () -> f.jacobian((double[]) null),
              () -> f.hessian((double[]) null),
              () -> f.valueGradientHessian((double[]) null),
              () -> f.hvp(null, one),
              () -> f.valueAndHvp(null, one),
              () -> f.taylor(null, one, 2),
              () -> f.explain((double[]) null),
              () -> f.compile().gradient((double[]) null))) {
        refuses("the point is null", call);
      }
      refuses("the direction is null", () -> f.jvp(one, null));
      refuses("the direction is null", () -> f.hvp(one, null));
      refuses("the array of weights is null", () -> f.vjp(one, null));
      refuses("the gradient is null", () -> f.valueAndGradient(one, null));
    }
  }

  @Test
  void noChoice() {
    for (Differentiable f :
        List.of(Ad.function(Models::rosenbrock), Ad.multivariate(x -> x[0].times(x[0])))) {
      refuses("the rounding is null", () -> f.rounding(null));
      refuses("the mode is null", () -> f.in(null));
      refuses("the transform is null", () -> f.program(null));
      refuses("the set of options is null", () -> f.explain((ExplainOptions) null, 1, 2));
      refuses("the point is null", () -> f.gradient((Real[]) null));
      refuses("the point is null", () -> f.derivative(1, (Real) null));
    }
    refuses("the name is null", () -> Ad.operator(null));
    refuses("the function is null", () -> Ad.explain(null, 1, 2));
    ClassLoader loader = NullsTest.class.getClassLoader();
    Installation standard = Installation.standard();
    refuses("the name of the class is null", () -> JavaMethod.read(loader, null, "f", standard));
    refuses("the name of the method is null", () -> JavaMethod.read(loader, "A", null, standard));
    refuses("the installation is null", () -> JavaMethod.read(loader, "A", "f", null));
  }

  @Test
  void noArguments() {
    MixedFunction f = Ad.function((double[] x, Double y) -> x == null ? y : x[0] * y);
    refuses("the array of arguments is null", () -> f.value((Object[]) null));
    refuses("the array of arguments is null", () -> f.gradient((Object[]) null));
    refuses("the array of arguments is null", () -> f.plan((Object[]) null));
    refuses("the array of arguments is null", () -> f.wrt((int[]) null));
    refuses("the array of arguments is null", () -> Ad.function((Double y) -> y, (int[]) null));
    refuses("the rounding is null", () -> f.rounding(null));
    assertEquals(3, f.value(null, 3.0), "what an argument is, is up to the function");
    assertEquals(List.of(1.0), f.wrt(1).gradient(null, 3.0));
    refuses("an array by which is differentiated is null", () -> f.gradient(null, 3.0));
    assertThrows(ShapeException.class, () -> f.value(new double[1], null));
  }

  private static void refuses(String what, Executable call) {
    assertEquals(what, assertThrows(ShapeException.class, call).what());
  }
}
