package ad4j.compiler.facade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.Ad;
import ad4j.Differentiable;
import ad4j.Plan;
import ad4j.ValueAndAdjoint;
import ad4j.ValueAndTangent;
import ad4j.ValueGradientHessian;
import ad4j.ValueGradientProduct;
import ad4j.engine.Mode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Derivatives of all kinds of one function. */
final class DerivativesTest {
  private static final double[] X = {1.5, -0.5, 2, 0.25};

  @ParameterizedTest
  @EnumSource(Mode.class)
  void allKindsOfAFunctionWithOneResult(Mode mode) {
    Differentiable f = Ad.function(Models::rosenbrock).in(mode);
    double[] slopes = Models.rosenbrockSlopes(X);
    double value = Models.rosenbrock(X);
    assertEquals(value, f.value(X));
    assertArrayEquals(slopes, f.gradient(X), 1e-9);
    assertArrayEquals(slopes, f.valueAndGradient(X).gradient(), 1e-9);
    double[] into = new double[X.length];
    java.util.Arrays.fill(into, 9);
    assertEquals(value, f.valueAndGradient(X, into));
    assertArrayEquals(slopes, into, 1e-9);
    assertRows(new double[][] {slopes}, f.jacobian(X), "jacobian", 1e-9);
    assertArrayEquals(times(3, slopes), f.vjp(X, new double[] {3}), 1e-9);
    double[] direction = {1, 2, 0, -1};
    double along = slopes[0] + 2 * slopes[1] - slopes[3];
    ValueAndTangent pushed = f.valueAndJvp(X, direction);
    assertEquals(along, pushed.tangent()[0], 1e-9);
    assertEquals(value, pushed.value()[0]);
    double[] taylor = f.taylor(X, direction, 2);
    assertEquals(along, taylor[1], 1e-9);
    ValueGradientProduct product = f.valueAndHvp(X, direction);
    assertEquals(value, product.value());
    assertArrayEquals(slopes, product.gradient(), 1e-9);
    double bend = 0;
    for (int i = 0; i < X.length; i++) {
      bend += direction[i] * product.product()[i];
    }
    assertEquals(2 * taylor[2], bend, 1e-8);
  }

  private static void assertRows(
      double[][] expected, double[][] actual, String what, double tolerance) {
    assertEquals(expected.length, actual.length, what);
    for (int i = 0; i < expected.length; i++) {
      assertArrayEquals(expected[i], actual[i], tolerance, what);
    }
  }

  private static double[] times(double factor, double[] x) {
    return java.util.Arrays.stream(x).map(each -> factor * each).toArray();
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void theHessianIsSymmetricAndRight(Mode mode) {
    Differentiable f = Ad.function(Models::rosenbrock).in(mode);
    for (int n : new int[] {2, 3, 5, 8, 13, 16, 17, 21, 38, 5}) {
      double[] x = new double[n];
      Arrays.setAll(x, i -> X[i % X.length]);
      ValueGradientHessian all = f.valueGradientHessian(x);
      assertRows(all.hessian(), f.hessian(x), "n = " + n, 0);
      requireRosenbrock(all.hessian(), x);
      assertArrayEquals(Models.rosenbrockSlopes(x), all.gradient(), 1e-9);
      assertEquals(Models.rosenbrock(x), all.value());
    }
  }

  private static void requireRosenbrock(double[][] hessian, double[] x) {
    int n = x.length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        assertEquals(hessian[j][i], hessian[i][j], "exactly symmetric");
        double expected =
            i == j
                ? (i + 1 < n ? 2 + 1200 * x[i] * x[i] - 400 * x[i + 1] : 0) + (i > 0 ? 200 : 0)
                : Math.abs(i - j) == 1 ? -400 * x[Math.min(i, j)] : 0;
        assertEquals(expected, hessian[i][j], 1e-8);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void theHessianOfAFunctionOfNumbers(Mode mode) {
    Differentiable f =
        Ad.function(
                (double a, double b, double c, double d, double e) ->
                    a * b / c + Math.exp(d * a) * e * e + (c > 0 ? b * b * b : d))
            .in(mode);
    double t = Math.exp(8) * 9;
    double[][] expected = {
      {16 * t, 1 / 5.0, -3 / 25.0, 3 * t, 8 * t / 3},
      {1 / 5.0, 18, -2 / 25.0, 0, 0},
      {-3 / 25.0, -2 / 25.0, 12 / 125.0, 0, 0},
      {3 * t, 0, 0, 4 * t, 4 * t / 3},
      {8 * t / 3, 0, 0, 4 * t / 3, 2 * t / 9}
    };
    expected[0][3] = t + 8 * t;
    expected[3][0] = expected[0][3];
    assertRows(expected, f.hessian(2, 3, 5, 4, 3), "by five numbers", 1e-9 * t);
    for (int i = 0; i < 5; i++) {
      double[] unit = new double[5];
      unit[i] = 1;
      double[] product = f.hvp(new double[] {2, 3, 5, 4, 3}, unit);
      assertArrayEquals(expected[i], product, 1e-9 * t, "row " + i);
    }
  }

  @Test
  void secondDerivativesKnowTheStrongZero() {
    Differentiable f = Ad.function((double x, double y) -> Math.sqrt(x) * y * y + x * x);
    double[][] exact = f.in(Mode.FORWARD).hessian(0, 0);
    assertRows(exact, f.hessian(0, 0), "at an end of the domain", 0);
    assertArrayEquals(
        f.in(Mode.FORWARD).hvp(new double[2], new double[] {0, 1}),
        f.hvp(new double[2], new double[] {0, 1}));
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void jacobiansOfBothShapes(Mode mode) {
    Differentiable tall =
        Ad.function((double[] x) -> new double[] {x[0] * x[1], x[0], x[1] * x[1]}).in(mode);
    assertRows(new double[][] {{3, 2}, {1, 0}, {0, 6}}, tall.jacobian(2, 3), "tall", 0);
    Differentiable wide =
        Ad.function((double[] x) -> new double[] {x[0] * x[1] + x[2], x[6] * x[6]}).in(mode);
    double[][] expected = {{3, 2, 1, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 0, 8}};
    assertRows(expected, wide.jacobian(2, 3, 1, 1, 1, 1, 4), "wide", 0);
    ValueAndAdjoint pulled = tall.valueAndVjp(new double[] {2, 3}, new double[] {1, 10, 100});
    assertArrayEquals(new double[] {13, 602}, pulled.adjoint());
    assertArrayEquals(new double[] {6, 2, 9}, pulled.value());
    assertArrayEquals(new double[] {3, 1, 0}, tall.jvp(new double[] {2, 3}, new double[] {1, 0}));
  }

  @Test
  void moreInputsThanThereAreLanes() {
    double[] x = new double[23];
    java.util.Arrays.setAll(x, i -> 0.1 * i);
    double[][] jacobian =
        Ad.function(
                (double[] y) -> {
                  double[] z = new double[y.length];
                  for (int i = 0; i < y.length; i++) {
                    z[i] = y[i] * y[(i + 1) % y.length];
                  }
                  return z;
                })
            .jacobian(x);
    for (int i = 0; i < 23; i++) {
      assertEquals(x[(i + 1) % 23], jacobian[i][i]);
      assertEquals(x[i], jacobian[i][(i + 1) % 23]);
    }
    assertEquals(23, Ad.function(Models::rosenbrock).hessian(x).length);
  }

  @Test
  void derivativesOfAnyOrder() {
    Differentiable f = Ad.function((double x) -> Math.sin(2 * x));
    double[] all = f.derivatives(5, 0.3);
    double[] expected = {
      Math.sin(0.6),
      2 * Math.cos(0.6),
      -4 * Math.sin(0.6),
      -8 * Math.cos(0.6),
      16 * Math.sin(0.6),
      32 * Math.cos(0.6)
    };
    assertArrayEquals(expected, all, 1e-12);
    assertEquals(expected[4], f.derivative(4, 0.3), 1e-12);
  }

  @Test
  void thePlanSaysHowItIsRun() {
    Differentiable f = Ad.function(Models::rosenbrock);
    assertEquals("compiled", f.plan().toString());
    assertEquals(2, f.programs().size());
    assertTrue(Ad.multivariate(x -> x[0]).plan().toString().startsWith("recorded: "));
    assertEquals(Plan.Way.COMPILED, Ad.function(Models::mapping).plan().way());
  }
}
