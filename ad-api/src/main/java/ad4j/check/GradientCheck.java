package ad4j.check;

import ad4j.Differentiable;
import ad4j.error.ShapeException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Compares the derivatives of a function with finite differences: in both modes, at one point or at
 * random ones. Costs up to 150 evaluations of the function an input.
 *
 * {@snippet :
 * CheckReport report = GradientCheck.at(f, 2, 3);
 * if (!report.passed()) {
 *   report.with(Verdict.DISAGREES).forEach(partial -> log(partial.message()));
 * }
 * }
 */
public final class GradientCheck {
  private GradientCheck() {}

  /**
   * Checks all partials at {@code x}.
   *
   * @throws ShapeException if {@code x} is empty
   */
  public static CheckReport at(Differentiable f, double... x) {
    if (x.length == 0) {
      throw new ShapeException("the function has no inputs: there is nothing to check", "");
    }
    return new PointCheck(f, x).report();
  }

  /**
   * Checks all partials at random points of a box; the same points for the same seed.
   *
   * @param low one lower end an input
   * @param high one upper end an input
   * @return one report a point
   */
  public static List<CheckReport> random(
      Differentiable f, double[] low, double[] high, int points, long seed) {
    if (low.length != high.length) {
      throw new ShapeException(
          "a box has " + low.length + " lower and " + high.length + " upper ends", "");
    }
    Random random = new Random(seed);
    return IntStream.range(0, points).mapToObj(i -> at(f, point(low, high, random))).toList();
  }

  private static double[] point(double[] low, double[] high, Random random) {
    double[] x = new double[low.length];
    for (int j = 0; j < x.length; j++) {
      x[j] = low[j] + (high[j] - low[j]) * random.nextDouble();
    }
    return x;
  }
}
