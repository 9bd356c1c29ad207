package ad4j.verify;

import ad4j.differences.Estimate;
import ad4j.differences.Slopes;

/** Looks for kinks and jumps that are not declared, at points where functions tend to have them. */
final class KinkCheck implements Check {
  private static final double NEAR = 1e-12;
  private static final double NEARBY = 1e-7;

  @Override
  public void examine(Subject subject, Findings findings) {
    for (double[] x : subject.points().landmarks()) {
      if (subject.points().inside(x) && subject.operator().kinkAt(x) == null) {
        for (int i = 0; i < x.length; i++) {
          compareSides(subject, x, i, findings);
        }
      }
    }
  }

  private static void compareSides(Subject subject, double[] x, int i, Findings findings) {
    if (jumps(subject, x, i, 1) || jumps(subject, x, i, -1)) {
      findings.add(x, "it jumps in argument %d; declare .kink(...)".formatted(i + 1));
      return;
    }
    double reach = 0.03 * Math.max(1, Math.abs(x[i]));
    Slopes slopes = SlopeCheck.slopes(subject::value, x, i, reach);
    Estimate left = slopes.left();
    Estimate right = slopes.right();
    double scale = Math.max(Math.abs(left.slope()), Math.abs(right.slope()));
    double allowed = 1e-4 * scale + 100 * (left.error() + right.error()) + 1e-6;
    if (left.settled() && right.settled() && Math.abs(left.slope() - right.slope()) > allowed) {
      findings.add(
          x,
          "its slope by argument %d is %s from the left and %s from the right; declare .kink(...)"
              .formatted(i + 1, left.slope(), right.slope()));
    }
  }

  /** A jump is as high close by as further off, which no continuous function's step is. */
  private static boolean jumps(Subject subject, double[] x, int i, int direction) {
    double value = subject.value(x);
    double near = Math.abs(subject.value(Points.moved(x, i, direction * NEAR)) - value);
    double nearby = Math.abs(subject.value(Points.moved(x, i, direction * NEARBY)) - value);
    return Double.isFinite(near) && near > 1e-3 && near > 0.9 * nearby;
  }
}
