package ad4j.verify;

import ad4j.differences.Estimate;
import ad4j.engine.Mode;
import ad4j.op.Real;

/** Differentiates slopes through every engine and compares with differences of them. */
final class SecondSlopeCheck implements Check {
  @Override
  public void examine(Subject subject, Findings findings) {
    for (double[] x : subject.points().ordinary()) {
      for (int i = 0; i < x.length; i++) {
        for (Mode mode : subject.modes()) {
          compare(subject, x, i, mode, findings);
        }
      }
    }
  }

  private static void compare(Subject subject, double[] x, int i, Mode mode, Findings findings) {
    Real[] second = subject.gradient(subject.slope(i), mode, x).adjoint();
    for (int j = 0; j < x.length; j++) {
      double declared = second[j].primal();
      Estimate estimate = SlopeCheck.difference(subject, at -> subject.partial(i, at), x, j);
      if (estimate.settled() && !SlopeCheck.agrees(estimate, declared)) {
        findings.add(
            x,
            mode,
            "its slope by argument %d has the derivative %s by argument %d, but differences say %s"
                .formatted(i + 1, declared, j + 1, estimate.slope()));
      }
    }
  }
}
