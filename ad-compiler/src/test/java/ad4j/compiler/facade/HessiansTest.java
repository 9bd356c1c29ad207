package ad4j.compiler.facade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ad4j.Ad;
import ad4j.Differentiable;
import ad4j.engine.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hessians of functions of arrays, of all lengths, against those of dual numbers. */
final class HessiansTest {
  private static final double[][] DATA = {{1, 2, -1}, {0.5, -1, 3}, {2, 2, 0.25}};

  /** In each turn another term by the sign of a difference; both have a slope there. */
  private static double kinked(double[] x) {
    double sum = 0;
    int rises = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double d = x[i + 1] - x[i];
      if (d > 0) {
        sum += d * d * x[i];
        rises++;
      } else {
        sum += Math.sqrt(1 + d * d) * x[i + 1];
      }
    }
    return sum * (1 + rises);
  }

  /** Every pair of inputs, so all entries are there. */
  private static double pairs(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        double d = x[i] - x[j];
        sum += 1 / Math.sqrt(1 + d * d);
      }
    }
    return sum;
  }

  private static double loss(double[] w, double[][] data) {
    double sum = 0;
    for (double[] row : data) {
      double z = 0;
      for (int i = 0; i < row.length && i < w.length; i++) {
        z += row[i] * w[i];
      }
      sum += Math.log(1 + Math.exp(-z));
    }
    return sum;
  }

  /** As many halvings as the first input asks for. */
  private static double halved(double[] x) {
    double rest = x[0];
    double y = x[x.length - 1];
    while (rest > 0.5) {
      rest *= 0.5;
      y = y * y * rest + x[0];
    }
    return y;
  }

  private static double byLength(double[] x) {
    return switch (x.length) {
      case 1 -> x[0] * x[0] * x[0];
      case 2, 3 -> x[0] * x[1] * x[1];
      default -> Math.exp(x[3] * x[0]);
    };
  }

  private static double power(double[] x, int exponent) {
    return exponent == 0 ? 1 : x[0] * x[x.length - 1] * power(x, exponent - 1);
  }

  private static double normalised(double[] x) {
    double[] y = x.clone();
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.exp(y[i]);
      sum += y[i];
    }
    double entropy = 0;
    for (double each : y) {
      entropy -= each / sum * Math.log(each / sum);
    }
    return entropy;
  }

  static Stream<Arguments> functions() {
    double[][] data = DATA;
    return Stream.of(
        Arguments.of("rosenbrock", Ad.function(Models::rosenbrock)),
        Arguments.of("overwriting", Ad.function(Models::overwriting)),
        Arguments.of("kinked", Ad.function(HessiansTest::kinked)),
        Arguments.of("pairs", Ad.function(HessiansTest::pairs)),
        Arguments.of("data", Ad.function((double[] w) -> loss(w, data))),
        Arguments.of("halved", Ad.function(HessiansTest::halved)),
        Arguments.of("by length", Ad.function(HessiansTest::byLength)),
        Arguments.of("recursion", Ad.function((double[] x) -> power(x, 3))),
        Arguments.of("normalised", Ad.function(HessiansTest::normalised)),
        Arguments.of("linear", Ad.function((double[] x) -> 3 * x[0] - x[x.length - 1])),
        Arguments.of("constant", Ad.function((double[] x) -> x.length)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void atAllLengths(String name, Differentiable f) {
    for (int n : new int[] {1, 2, 3, 4, 7, 10, 16, 17, 3}) {
      double[] x = point(n);
      double[][] hessian = f.hessian(x);
      requireClose(f.in(Mode.FORWARD).hessian(x), hessian, name + ", n = " + n);
      assertArrayEquals(point(n), x, "the point is as it was");
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          assertEquals(0, Double.compare(hessian[i][j], hessian[j][i]), "symmetric, to the bit");
          assertEquals(0, Double.compare(hessian[i][j] + 0.0, hessian[i][j]), "no -0");
        }
      }
      double[][] again = f.valueGradientHessian(x).hessian();
      assertArrayEquals(hessian, again, "the same every time");
    }
  }

  private static double[] point(int n) {
    double[] x = new double[n];
    Arrays.setAll(x, i -> 0.75 + 0.5 * Math.sin(i * i + 0.5));
    return x;
  }

  private static void requireClose(double[][] expected, double[][] actual, String what) {
    assertEquals(expected.length, actual.length, what);
    double scale = Arrays.stream(expected).flatMapToDouble(Arrays::stream).map(Math::abs).sum();
    for (int i = 0; i < expected.length; i++) {
      assertArrayEquals(expected[i], actual[i], 1e-12 * (1 + scale), what + ", row " + i);
    }
  }

  @Test
  void whatTheFunctionCapturedIsSeenAndLeftAsItIs() {
    double[] captured = {2, 3};
    Differentiable f =
        Ad.function(
            (double[] x) -> {
              captured[0] *= x[0];
              return captured[0] * captured[1] * x[1] * x[1];
            });
    assertArrayEquals(new double[][] {{0, 24}, {24, 12}}, f.hessian(1, 2));
    assertArrayEquals(new double[] {2, 3}, captured);
    captured[1] = 5;
    assertArrayEquals(new double[][] {{0, 40}, {40, 20}}, f.hessian(1, 2));
  }

  @Test
  void aPointThatIsCapturedIsTakenTwice() {
    double[] x = {1, 2, 3};
    Differentiable f = Ad.function((double[] y) -> y[0] * x[1] * y[2] * y[2]);
    assertArrayEquals(new double[][] {{0, 0, 12}, {0, 0, 0}, {12, 0, 4}}, f.hessian(x));
  }

  @Test
  void failuresAreThoseOfTheMethod() {
    Differentiable f =
        Ad.function(
            (double[] x) -> {
              if (x[0] < 0) {
                throw new IllegalArgumentException("less than nothing");
              }
              var _ = x[2];
              return x[0] * x[1] * x[1];
            });
    assertArrayEquals(new double[][] {{0, 4, 0}, {4, 2, 0}, {0, 0, 0}}, f.hessian(1, 2, 3));
    for (int i = 0; i < 2; i++) {
      assertThrows(ArrayIndexOutOfBoundsException.class, () -> f.hessian(1, 2));
      assertThrows(ArrayIndexOutOfBoundsException.class, () -> f.hessian(1));
      Throwable thrown = assertThrows(IllegalArgumentException.class, () -> f.hessian(-1, 2, 3));
      assertEquals("less than nothing", thrown.getMessage());
    }
  }

  @Test
  void whatIsNotFiniteIsAsTheRulesHaveIt() {
    Differentiable f =
        Ad.function(
            (double[] x) -> {
              double sum = 0;
              for (int i = 0; i + 1 < x.length; i++) {
                sum += Math.sqrt(x[i]) * x[i + 1] * x[i + 1] + x[i] * x[i];
              }
              return sum;
            });
    for (double[] x : new double[][] {{0, 0, 0}, {0, 1, 2}, {4, 0, 0}, {-1, 2, 1}, {1e308, 9, 1}}) {
      assertArrayEquals(
          f.in(Mode.FORWARD).hessian(x), f.hessian(x), () -> "at " + Arrays.toString(x));
    }
    Differentiable overflowing =
        Ad.function((double[] x) -> x[0] * x[0] * 8e307 - x[1] * x[1] * 8e307);
    double inf = Double.POSITIVE_INFINITY;
    assertArrayEquals(new double[][] {{1.6e308, 0}, {0, -1.6e308}}, overflowing.hessian(1, 1));
    Differentiable infinite = Ad.function((double[] x) -> x[0] * x[0] * inf - x[1] * x[1] * inf);
    assertArrayEquals(infinite.in(Mode.FORWARD).hessian(1, 1), infinite.hessian(1, 1));
  }

  @Test
  void sixteenThreadsAtOnceWithDifferentLengths() throws Exception {
    Differentiable f = Ad.function(HessiansTest::kinked);
    List<double[][]> expected = new ArrayList<>();
    for (int k = 0; k < 16; k++) {
      expected.add(Ad.function(HessiansTest::kinked).hessian(point(1 + k)));
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
      List<Future<?>> done = new ArrayList<>();
      for (int k = 0; k < 16; k++) {
        int own = k;
        done.add(
            pool.submit(
                () -> {
                  for (int i = 0; i < 64; i++) {
                    int at = (own + i) % 16;
                    assertArrayEquals(expected.get(at), f.hessian(point(1 + at)));
                  }
                }));
      }
      for (Future<?> each : done) {
        each.get();
      }
    }
  }
}
