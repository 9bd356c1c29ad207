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
   * Checks all partials at {@code x}; messages call the inputs x[0], x[1], ...
   *
   * @throws ShapeException if {@code x} is empty
   */
  public static CheckReport at(Differentiable f, double... x) {
    return at(f, names(x.length), x);
  }

  /**
   * Checks all partials at {@code x}.
   *
   * @param names what messages are to call the inputs
   * @throws ShapeException if {@code x} is empty, or has another length than the names
   */
  public static CheckReport at(Differentiable f, List<String> names, double... x) {
    if (x.length == 0) {
      throw new ShapeException("the function has no inputs: there is nothing to check", "");
    }
    if (names.size() != x.length) {
      throw ShapeException.ofCount(
          "there must be", x.length, "name", names.size(), "name all inputs, or none");
    }
    return new PointCheck(f, names, x).report();
  }

  private static List<String> names(int inputs) {
    return IntStream.range(0, inputs).mapToObj(i -> "x[" + i + "]").toList();
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
    return random(f, names(low.length), low, high, points, seed);
  }

  /**
   * Checks all partials at random points of a box; the same points for the same seed.
   *
   * @param names what messages are to call the inputs
   * @param low one lower end an input
   * @param high one upper end an input
   * @return one report a point
   */
  public static List<CheckReport> random(
      Differentiable f, List<String> names, double[] low, double[] high, int points, long seed) {
    if (low.length != high.length) {
      throw ShapeException.ofCount(
          "the box needs", low.length, "upper end", high.length, "give one for each lower end");
    }
    Random random = new Random(seed);
    return IntStream.range(0, points)
        .mapToObj(i -> at(f, names, point(low, high, random)))
        .toList();
  }

  private static double[] point(double[] low, double[] high, Random random) {
    double[] x = new double[low.length];
    for (int j = 0; j < x.length; j++) {
      x[j] = low[j] + (high[j] - low[j]) * random.nextDouble();
    }
    return x;
  }
}
