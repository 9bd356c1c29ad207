package ad4j.check;

import ad4j.Differentiable;
import java.util.List;

/**
 * Compares the derivatives of a function with finite differences.
 *
 * {@snippet :
 * CheckReport report = GradientCheck.at(f, new double[] {2, 3});
 * if (!report.passed()) {
 *   report.with(Verdict.DISAGREES).forEach(partial -> log(partial.message()));
 * }
 * }
 */
public final class GradientCheck {
  private GradientCheck() {}

  /** Checks all partials at {@code x}. */
  public static CheckReport at(Differentiable f, double... x) {
    return PointCheck.report(f, x);
  }

  /**
   * Checks all partials at random points of a box; the same points for the same seed.
   *
   * @param low one lower end an input
   * @param high one upper end an input
   */
  public static List<CheckReport> random(
      Differentiable f, double[] low, double[] high, int points, long seed) {
    return PointCheck.reports(f, low, high, points, seed);
  }
}
