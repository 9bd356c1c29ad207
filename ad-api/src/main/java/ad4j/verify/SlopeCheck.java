package ad4j.verify;

import ad4j.op.Domain;
import ad4j.verify.Differences.Estimate;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Compares slopes with differences of values. */
final class SlopeCheck implements Check {
  @Override
  public void examine(Subject subject, Findings findings) {
    boolean settled = subject.points().ordinary().isEmpty(); // a kink everywhere is a convention
    for (List<double[]> points :
        List.of(subject.points().ordinary(), subject.points().besideKinks())) {
      for (double[] x : points) {
        for (int i = 0; i < x.length; i++) {
          settled |= settles(subject, x, i, findings);
        }
      }
    }
    if (!settled) {
      findings.add("differences of its value settle nowhere, so its slope cannot be confirmed");
    }
  }

  private static boolean settles(Subject subject, double[] x, int i, Findings findings) {
    double slope = subject.partial(i, x);
    Estimate estimate = difference(subject, subject::value, x, i);
    if (estimate.settled() && !estimate.agrees(slope)) {
      findings.add(
          x,
          "its slope by argument %d is declared as %s, but differences of its value say %s"
              .formatted(i + 1, slope, estimate.slope()));
    }
    return estimate.settled();
  }

  /** The derivative of {@code f} by argument {@code i}, by differences within the domain. */
  static Estimate difference(Subject subject, ToDoubleFunction<double[]> f, double[] x, int i) {
    Domain domain = subject.operator().domain(i);
    double room = Math.min(x[i] - domain.low(), domain.high() - x[i]);
    double reach = Math.min(0.04 * Math.max(1, Math.abs(x[i])), 0.4 * room);
    return Differences.central(h -> f.applyAsDouble(Points.moved(x, i, h)), reach);
  }
}
