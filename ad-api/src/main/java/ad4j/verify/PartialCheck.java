package ad4j.verify;

/** Holds the partials that sweeps use against the rule that they are derived from. */
final class PartialCheck implements Check {
  @Override
  public void examine(Subject subject, Findings findings) {
    for (double[] x : subject.points().all()) {
      for (int i = 0; i < x.length; i++) {
        double partial = subject.partial(i, x);
        double rule = subject.rule(i, x);
        if (Double.doubleToLongBits(partial) != Double.doubleToLongBits(rule)) {
          findings.add(
              x,
              ("its slope by argument %d is %s on constants, but %s on plain doubles; a slope may"
                      + " not depend on whether a real is a constant")
                  .formatted(i + 1, rule, partial));
        }
      }
    }
  }
}
