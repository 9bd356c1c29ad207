package ad4j.explain;

import ad4j.explain.Explanation.Edge;
import ad4j.explain.Explanation.Node;

/** What drawings write into nodes and on edges. */
final class Labels {
  /** Characters that a formula, and that the partial on an edge may have. */
  private static final int WIDEST_TITLE = 36;

  private static final int WIDEST_PARTIAL = 24;

  /** In a graph of more nodes edges show numbers only. */
  private static final int CROWDED = 24;

  private final Explanation explanation;
  private final Digits digits;

  Labels(Explanation explanation) {
    this.explanation = explanation;
    digits = new Digits(explanation.digits());
  }

  /** {@code w5 = w1 * w2}; the result also shows its other name. */
  String title(Node node) {
    String formula = node.input() || node.formula().isEmpty() ? "" : " = " + node.formula();
    String alias = node.alias().isEmpty() ? "" : " = " + node.alias();
    String title = node.input() ? node.name() + alias : node.name() + formula;
    String full = node.input() || alias.isEmpty() ? title : node.alias() + " = " + title;
    return full.length() <= WIDEST_TITLE ? full : full.substring(0, WIDEST_TITLE - 1) + "…";
  }

  String value(Node node) {
    return "value   " + digits.text(node.value());
  }

  String adjoint(Node node) {
    return "adjoint " + digits.text(node.adjoint());
  }

  /** The partial in names and as a number, or where that is too long, as a number. */
  String partial(Edge edge) {
    String number = digits.text(edge.partial());
    boolean alone = edge.rule().isEmpty() || explanation.nodes().size() > CROWDED;
    String both = alone ? number : edge.rule() + " = " + number;
    String text = both.length() <= WIDEST_PARTIAL ? both : number;
    return edge.remark().startsWith("slope undefined") ? text + " (undefined)" : text;
  }

  /** {@code C = 2}. */
  String result() {
    Explanation.Output output = explanation.output();
    String name =
        !output.name().isEmpty()
            ? output.name()
            : output.node() < 0 ? "f" : explanation.nodes().get(output.node()).name();
    return name + " = " + digits.text(output.value());
  }
}
