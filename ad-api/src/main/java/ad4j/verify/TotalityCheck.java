package ad4j.verify;

/** Evaluates an operator everywhere, and asks for numbers inside its domain. */
final class TotalityCheck implements Check {
  @Override
  public void examine(Subject subject, Findings findings) {
    for (double[] x : subject.points().all()) {
      evaluate(subject, x, findings);
    }
    for (double[] x : subject.points().ordinary()) {
      requireNumbers(subject, x, findings);
    }
  }

  private static void evaluate(Subject subject, double[] x, Findings findings) {
    try {
      subject.value(x);
    } catch (RuntimeException | LinkageError | StackOverflowError e) { // whatever it may throw
      findings.add(x, "its value throws " + e);
      return;
    }
    for (int i = 0; i < x.length; i++) {
      try {
        subject.rule(i, x);
        subject.partial(i, x);
      } catch (RuntimeException | LinkageError | StackOverflowError e) { // as above
        findings.add(x, "its slope by argument %d throws %s".formatted(i + 1, e));
      }
    }
  }

  private static void requireNumbers(Subject subject, double[] x, Findings findings) {
    if (Double.isNaN(subject.value(x))) {
      findings.add(x, "its value is NaN inside its domain; declare the domain with .domain(...)");
    }
    for (int i = 0; i < x.length; i++) {
      if (Double.isNaN(subject.partial(i, x))) {
        findings.add(x, "its slope by argument %d is NaN inside its domain".formatted(i + 1));
      }
    }
  }
}
