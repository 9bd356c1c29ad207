package ad4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ad4j.engine.Mode;
import ad4j.error.ShapeException;
import ad4j.explain.ExplainOptions;
import ad4j.op.Real;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation has a form that gives the value, too: the same numbers, and the value's bits. */
final class VocabularyTest {
  private static final double[] X = {2, 3};
  private static final double[] DIRECTION = {1, -1};
  private static final double[] WEIGHTS = {0.5, 2};

  private final Differentiable scalar =
      Ad.multivariate(x -> x[0].square().times(x[1]).plus(x[1].reciprocal()));
  private final Differentiable vector =
      Ad.vectorValued(x -> new Real[] {x[0].times(x[1]), x[0].dividedBy(x[1])});
  private final Differentiable univariate = Ad.univariate(x -> x.times(x).times(x));

  @ParameterizedTest
  @EnumSource
  void aFunctionWithOneResult(Mode mode) {
    Differentiable f = scalar.in(mode);
    double value = f.value(X);
    assertEquals(value, f.valueAndGradient(X).value());
    assertArrayEquals(f.gradient(X), f.valueAndGradient(X).gradient());
    ValueGradientHessian second = f.valueGradientHessian(X);
    assertEquals(value, second.value());
    assertArrayEquals(f.gradient(X), second.gradient());
    assertArrayEquals(f.hessian(X), second.hessian());
    ValueGradientProduct product = f.valueAndHvp(X, DIRECTION);
    assertEquals(value, product.value());
    assertArrayEquals(f.gradient(X), product.gradient());
    assertArrayEquals(f.hvp(X, DIRECTION), product.product());
    assertEquals(value, f.taylor(X, DIRECTION, 1)[0]);
  }

  @ParameterizedTest
  @EnumSource
  void aFunctionWithSeveralResults(Mode mode) {
    Differentiable f = vector.in(mode);
    assertArrayEquals(f.values(X), f.valueAndJacobian(X).value());
    assertArrayEquals(f.jacobian(X), f.valueAndJacobian(X).jacobian());
    assertArrayEquals(f.values(X), f.valueAndJvp(X, DIRECTION).value());
    assertArrayEquals(f.jvp(X, DIRECTION), f.valueAndJvp(X, DIRECTION).tangent());
    assertArrayEquals(f.values(X), f.valueAndVjp(X, WEIGHTS).value());
    assertArrayEquals(f.vjp(X, WEIGHTS), f.valueAndVjp(X, WEIGHTS).adjoint());
  }

  @ParameterizedTest
  @EnumSource
  void aFunctionOfOneVariable(Mode mode) {
    Differentiable f = univariate.in(mode);
    assertArrayEquals(new double[] {8, 12, 12, 6}, f.derivatives(3, 2));
    assertEquals(6, f.derivative(3, 2));
  }

  @ParameterizedTest
  @EnumSource
  void aFunctionThatIsCompiled(Mode mode) {
    CompiledFunction f = vector.in(mode).compile();
    assertArrayEquals(vector.values(X), f.values(X));
    assertArrayEquals(vector.jacobian(X), f.jacobian(X));
    assertArrayEquals(f.values(X), f.valueAndJacobian(X).value());
    assertArrayEquals(vector.vjp(X, WEIGHTS), f.vjp(X, WEIGHTS));
    assertArrayEquals(f.values(X), f.valueAndVjp(X, WEIGHTS).value());
    assertThrows(ShapeException.class, () -> f.value(X));
    CompiledFunction one = scalar.in(mode).compile();
    assertEquals(scalar.value(X), one.value(X));
    assertEquals(scalar.value(X), one.valueAndGradient(X).value());
    assertArrayEquals(scalar.gradient(X), one.gradient(X));
  }

  @ParameterizedTest
  @EnumSource
  void graphAndExplanation(Mode mode) {
    Differentiable f = vector.in(mode);
    assertEquals(4, f.graph(X).nodes().size());
    assertEquals(6, f.explain(X).output().value());
    assertEquals("q", f.explain(ExplainOptions.of("a", "b").output(1, "q"), X).output().name());
  }
}
