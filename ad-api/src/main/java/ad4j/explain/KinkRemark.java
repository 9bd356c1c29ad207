package ad4j.explain;

import ad4j.engine.Graph;
import ad4j.engine.Graph.Operand;
import ad4j.op.Kink;
import ad4j.op.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of a partial of an operator whose slope does not exist everywhere. */
final class KinkRemark {
  /** A number at which the operand may meet a kink, and its name. */
  private record Candidate(double at, String name) {}

  private final Graph.Node node;
  private final Operator operator;
  private final int index;
  private final double[] xs;
  private final Digits digits;

  KinkRemark(Graph.Node node, Operator operator, int index, Digits digits) {
    this.node = node;
    this.operator = operator;
    this.index = index;
    xs = node.operands().stream().mapToDouble(Operand::value).toArray();
    this.digits = digits;
  }

  /**
   * The remark; empty if there is nothing to say.
   *
   * @param operands the names of the operands
   */
  String text(List<String> operands) {
    Kink here = operator.kinkAt(xs);
    double partial = node.partials().get(index);
    if (here != null) {
      String convention = "convention " + digits.fraction(partial);
      return "slope undefined here (" + here.where() + "): " + convention;
    }
    if (operator.kinks().isEmpty()) {
      return Double.isFinite(partial) ? "" : "no finite slope here";
    }
    String other = otherSides(operands, partial);
    return other.isEmpty() ? "undefined where " + where() : other;
  }

  private String where() {
    return operator.kinks().stream().map(Kink::where).collect(Collectors.joining(", or "));
  }

  private String otherSides(List<String> operands, double partial) {
    List<String> sides = new ArrayList<>();
    for (Candidate candidate : candidates(operands)) {
      double beyond = partialBeyond(candidate.at());
      if (operator.kinkAt(with(candidate.at())) != null && beyond != partial) {
        sides.add(side(candidate, beyond, operands.get(index)));
      }
    }
    return String.join("; ", sides.stream().distinct().toList());
  }

  /** Where other operands are, and 0. */
  private List<Candidate> candidates(List<String> operands) {
    List<Candidate> candidates = new ArrayList<>();
    for (int k = 0; k < xs.length; k++) {
      if (k != index) {
        candidates.add(new Candidate(xs[k], operands.get(k)));
      }
    }
    if (candidates.stream().noneMatch(candidate -> candidate.at() == 0)) {
      candidates.add(new Candidate(0, "0"));
    }
    return candidates;
  }

  private double partialBeyond(double kink) {
    double[] beyond =
        with(kink - Math.copySign(Math.max(Math.ulp(kink) * 4, 1e-6), xs[index] - kink));
    return operator.partial(index, beyond, operator.value(beyond)) + 0.0;
  }

  private double[] with(double x) {
    double[] moved = xs.clone();
    moved[index] = x;
    return moved;
  }

  private String side(Candidate kink, double slope, String name) {
    boolean below = xs[index] > kink.at();
    String where =
        kink.name().equals("0")
            ? "a " + (below ? "negative" : "positive") + " argument"
            : name + (below ? " < " : " > ") + kink.name();
    return digits.text(slope)
        + " for "
        + where
        + ", undefined at "
        + kink.name()
        + convention(kink);
  }

  private String convention(Candidate kink) {
    double[] there = with(kink.at());
    double slope = operator.partial(index, there, operator.value(there));
    return Double.isFinite(slope) ? ": convention " + digits.fraction(slope + 0.0) : "";
  }
}
