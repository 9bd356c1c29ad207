package ad4j.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Benchmark;

final class KernelTest {
  private static final double STEP = Math.cbrt(Math.ulp(1.0));

  /** Every kernel, small. */
  static Stream<KernelBenchmark> kernels() {
    RosenbrockBenchmark rosenbrock = new RosenbrockBenchmark();
    rosenbrock.n = 7;
    RosenbrockBenchmark smallest = new RosenbrockBenchmark();
    smallest.n = 2;
    LogisticRegressionBenchmark logistic = new LogisticRegressionBenchmark();
    logistic.rows = 30;
    logistic.features = 4;
    LstmBenchmark lstm = new LstmBenchmark();
    lstm.layers = 3;
    lstm.width = 4;
    lstm.length = 6;
    GmmBenchmark gmm = new GmmBenchmark();
    gmm.d = 3;
    gmm.k = 4;
    gmm.n = 20;
    return Stream.of(
            rosenbrock,
            smallest,
            new SineCosineBenchmark(),
            new BlackScholesBenchmark(),
            logistic,
            lstm,
            gmm)
        .peek(KernelBenchmark::prepare);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void theAdjointByHandReturnsTheValue(KernelBenchmark kernel) {
    assertEquals(kernel.primal(), kernel.handWritten(), 1e-13 * Math.abs(kernel.primal()));
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void theAdjointByHandAgreesWithCentralDifferences(KernelBenchmark kernel) {
    Arrays.fill(kernel.gradient, Double.NaN);
    kernel.handWritten();
    assertNearDifferences(kernel, "by hand");
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void theAdjointByHandLeavesNothingBehind(KernelBenchmark kernel) {
    kernel.handWritten();
    double[] first = kernel.gradient.clone();
    kernel.handWritten();
    assertNear(first, kernel.gradient, 0, 0, "second call");
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void everyMethodComputesTheSameGradient(KernelBenchmark kernel)
      throws ReflectiveOperationException {
    kernel.handWritten();
    double[] expected = kernel.gradient.clone();
    int seen = 0;
    for (Method method : kernel.getClass().getMethods()) {
      if (method.isAnnotationPresent(Benchmark.class) && method.getReturnType() == double[].class) {
        boolean differences = method.getName().equals("finiteDifferences");
        double tolerance = differences ? 1e-6 * Math.max(1, Math.abs(kernel.primal())) : 1e-12;
        Arrays.fill(kernel.gradient, Double.NaN);
        double[] actual = (double[]) method.invoke(kernel);
        assertNear(expected, actual, tolerance, tolerance, method.getName());
        seen++;
      }
    }
    assertTrue(seen > 0, "no benchmark of " + kernel);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void valuesWithFastRoundingAreEqualButForRounding(KernelBenchmark kernel) {
    if (kernel instanceof SummingBenchmark sums) {
      double tolerance = 1e-12 * Math.max(1, Math.abs(kernel.primal()));
      assertEquals(kernel.primal(), sums.ad4jFastValue(), tolerance);
      assertEquals(kernel.primal(), sums.ad4jFastValueAndGradient(), tolerance);
    }
  }

  @Test
  void theGradientOfBlackScholesIsRightInEveryBranch() {
    // Deep in and out of the money: the tails of the distribution and beyond.
    double[][] points = {
      {100, 80, 0.03, 0.2, 1.5},
      {100, 400, 0.03, 0.15, 1},
      {100, 20, 0.01, 0.2, 1},
      {100, 4000, 0.01, 0.05, 1},
      {4000, 100, 0.01, 0.05, 1}
    };
    BlackScholesBenchmark kernel = new BlackScholesBenchmark();
    for (double[] point : points) {
      kernel.x = point;
      kernel.gradient = new double[5];
      kernel.handWritten();
      assertNearDifferences(kernel, Arrays.toString(point));
    }
  }

  @Test
  void theBlackScholesPriceIsThatOfTheTextbooks() {
    assertEquals(10.450583572185565, BlackScholes.call(100, 100, 0.05, 0.2, 1), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 3, 7, 7.08, 9, 40})
  void theNormalDistributionFunctionIsSymmetric(double x) {
    assertEquals(1, BlackScholes.normal(x) + BlackScholes.normal(-x), 1e-15);
  }

  @Test
  void theNormalDistributionFunctionIsRightInItsTails() {
    assertEquals(6.22096057427178e-16, BlackScholes.normal(-8), 1e-23);
    assertEquals(1.279812543885835e-12, BlackScholes.normal(-7), 1e-20);
    assertEquals(0.15865525393145705, BlackScholes.normal(-1), 1e-15);
    assertEquals(0, BlackScholes.normal(-38), 0);
  }

  @Test
  void theLogarithmOfGammaIsRightAtHalves() {
    assertEquals(0.5 * Math.log(Math.PI), Gmm.logGammaOfHalf(1), 1e-15);
    assertEquals(0, Gmm.logGammaOfHalf(2), 0);
    assertEquals(Math.log(24), Gmm.logGammaOfHalf(10), 1e-14);
    assertEquals(Math.log(15.0 / 8 * Math.sqrt(Math.PI)), Gmm.logGammaOfHalf(7), 1e-14);
  }

  @Test
  void theGmmOfOnePointAndOneComponentIsItsFormula() {
    // d = 1, k = 1, gamma = 2, m = 1: freedom 3, log gamma(3/2).
    double alpha = 0.3;
    double mu = 0.5;
    double q = -0.2;
    double residual = (1.1 - mu) * Math.exp(q);
    double likelihood = q - 0.5 * residual * residual - 0.5 * Math.log(2 * Math.PI);
    double prior =
        3 * Math.log(2 / Math.sqrt(2))
            - Math.log(Math.sqrt(Math.PI) / 2)
            - (2 * Math.exp(2 * q) - q);
    double value = Gmm.objective(new double[] {alpha, mu, q}, 1, new double[][] {{1.1}}, 2, 1);
    assertEquals(likelihood + prior, value, 1e-14);
  }

  /** Rounding of the value, divided by the step, is the floor of central differences. */
  private static void assertNearDifferences(KernelBenchmark kernel, String what) {
    double floor = 1e-10 * Math.max(1, Math.abs(kernel.primal()));
    assertNear(centralDifferences(kernel), kernel.gradient, 1e-6, floor, what);
  }

  private static double[] centralDifferences(KernelBenchmark kernel) {
    double[] x = kernel.x.clone();
    double[] result = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double here = x[i];
      double step = STEP * Math.max(1, Math.abs(here));
      x[i] = here + step;
      double above = kernel.value(x);
      x[i] = here - step;
      double below = kernel.value(x);
      result[i] = (above - below) / (2 * step);
      x[i] = here;
    }
    return result;
  }

  /** Each number relative to itself, and up to {@code absolute}. */
  private static void assertNear(
      double[] expected, double[] actual, double relative, double absolute, String what) {
    assertEquals(expected.length, actual.length, what);
    for (int i = 0; i < expected.length; i++) {
      double tolerance = relative * Math.abs(expected[i]) + absolute;
      assertEquals(expected[i], actual[i], tolerance, what + ", slope " + i);
    }
  }
}
