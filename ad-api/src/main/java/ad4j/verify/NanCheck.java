package ad4j.verify;

import ad4j.op.Edge;
import ad4j.op.Operator;

/** Puts NaN in the place of each argument that the value depends on. */
final class NanCheck implements Check {
  @Override
  public void examine(Subject subject, Findings findings) {
    if (speaksOfNan(subject.operator())) {
      return;
    }
    for (double[] x : subject.points().ordinary()) {
      for (int i = 0; i < x.length; i++) {
        double[] with = x.clone();
        with[i] = Double.NaN;
        double value = subject.value(with);
        if (subject.partial(i, x) != 0 && !Double.isNaN(value)) {
          findings.add(with, "it swallows NaN and gives %s; say so in .doc(...)".formatted(value));
        }
      }
    }
  }

  private static boolean speaksOfNan(Operator operator) {
    return operator.doc().contains("NaN")
        || operator.edges().stream().map(Edge::at).anyMatch(at -> at.contains(Double.NaN));
  }
}
