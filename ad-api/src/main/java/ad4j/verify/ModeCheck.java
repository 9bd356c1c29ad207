package ad4j.verify;

import ad4j.engine.Differentiator.Vjp;
import ad4j.engine.Mode;

/** Compares what the modes of differentiation return. */
final class ModeCheck implements Check {
  @Override
  public void examine(Subject subject, Findings findings) {
    for (double[] x : subject.points().all()) {
      double value = subject.value(x);
      for (Mode mode : subject.modes()) {
        compare(subject, x, value, mode, findings);
      }
    }
  }

  private static void compare(
      Subject subject, double[] x, double value, Mode mode, Findings findings) {
    Vjp result = subject.gradient(subject.function(), mode, x);
    double returned = result.value()[0].primal();
    if (Double.doubleToLongBits(returned) != Double.doubleToLongBits(value)) {
      findings.add(
          x, mode, "differentiation changes its value from %s to %s".formatted(value, returned));
    }
    for (int i = 0; i < x.length; i++) {
      double partial = subject.partial(i, x);
      double adjoint = result.adjoint()[i].primal();
      if (!Subject.same(partial, adjoint)) {
        findings.add(
            x,
            mode,
            "its slope by argument %d is %s, but its rule says %s"
                .formatted(i + 1, adjoint, partial));
      }
    }
  }
}
