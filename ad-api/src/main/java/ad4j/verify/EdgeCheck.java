package ad4j.verify;

import ad4j.engine.Differentiator.Vjp;
import ad4j.engine.Mode;
import ad4j.op.Edge;

/** Evaluates an operator at its declared edges. */
final class EdgeCheck implements Check {
  @Override
  public void examine(Subject subject, Findings findings) {
    for (Edge edge : subject.operator().edges()) {
      double[] x = edge.at().stream().mapToDouble(Double::doubleValue).toArray();
      compare(edge.value(), subject.value(x), "its value", x, findings);
      for (int i = 0; i < x.length; i++) {
        compare(edge.slopes().get(i), subject.partial(i, x), slope(i), x, findings);
      }
      for (Mode mode : subject.modes()) {
        through(subject, edge, mode, x, findings);
      }
    }
  }

  private static void through(
      Subject subject, Edge edge, Mode mode, double[] x, Findings findings) {
    String where = " in mode " + mode;
    Vjp result = subject.gradient(subject.function(), mode, x);
    compare(edge.value(), result.value()[0].primal(), "its value" + where, x, findings);
    for (int i = 0; i < x.length; i++) {
      double adjoint = result.adjoint()[i].primal();
      compare(edge.slopes().get(i), adjoint, slope(i) + where, x, findings);
    }
  }

  private static String slope(int i) {
    return "its slope by argument " + (i + 1);
  }

  private static void compare(
      double declared, double found, String what, double[] x, Findings findings) {
    if (!Subject.same(declared, found)) {
      findings.add(x, "%s is %s, but the edge declares %s".formatted(what, found, declared));
    }
  }
}
