package ad4j.check;

import ad4j.Differentiable;
import java.util.List;

/** Checks a function at points. */
final class PointCheck {
  private PointCheck() {}

  static CheckReport report(Differentiable f, double[] x) {
    throw new UnsupportedOperationException("not yet: " + f.values(x).length);
  }

  static List<CheckReport> reports(
      Differentiable f, double[] low, double[] high, int points, long seed) {
    throw new UnsupportedOperationException(
        "not yet: " + f.values(low).length + high.length + points + seed);
  }
}
