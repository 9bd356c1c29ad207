package ad4j.verify;

import ad4j.differences.Differences;
import ad4j.differences.Estimate;
import ad4j.differences.Slopes;
import ad4j.op.Domain;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Compares slopes with differences of values. */
final class SlopeCheck implements Check {
  /** How many roundings a value may be off. */
  private static final double ROUNDINGS = 4;

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
    if (estimate.settled() && !agrees(estimate, slope)) {
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
    return slopes(f, x, i, reach).central();
  }

  /** The slopes of {@code f} along argument {@code i}. */
  static Slopes slopes(ToDoubleFunction<double[]> f, double[] x, int i, double reach) {
    double[] value = {f.applyAsDouble(x)};
    double[] noise = {ROUNDINGS * Math.ulp(Double.isFinite(value[0]) ? value[0] : 0)};
    return new Differences(
            at -> new double[] {f.applyAsDouble(Points.with(x, i, at))}, x[i], value, noise, reach)
        .slopes(0);
  }

  /** Whether a slope is the estimated one as far as the differences can tell. */
  static boolean agrees(Estimate estimate, double slope) {
    double scale = Math.max(Math.abs(estimate.slope()), Math.abs(slope));
    return Math.abs(slope - estimate.slope()) <= 1e-7 * scale + 100 * estimate.error() + 1e-10;
  }
}
