package ad4j.explain;

import ad4j.engine.Graph;
import ad4j.engine.Graph.Operand;
import ad4j.explain.NotFinite.Kind;
import java.util.Optional;

/** Looks for the first number that is not finite, in the order of computation. */
final class FirstNotFinite {
  private static final FormulaText TEXT = new FormulaText(new Digits(ExplainOptions.FULL));

  private FirstNotFinite() {}

  static Optional<NotFinite> in(Graph graph) {
    return graph.nodes().stream().flatMap(node -> in(node).stream()).findFirst();
  }

  private static Optional<NotFinite> in(Graph.Node node) {
    if (!Double.isFinite(node.value())) {
      return Optional.of(found(node.operator() == null ? Kind.INPUT : Kind.VALUE, node, -1));
    }
    for (int k = 0; k < node.operands().size(); k++) {
      if (node.operands().get(k) instanceof Operand.Ref
          && !Double.isFinite(node.partials().get(k))) {
        return Optional.of(found(Kind.PARTIAL, node, k));
      }
    }
    return Optional.empty();
  }

  private static NotFinite found(Kind kind, Graph.Node node, int operand) {
    double number = operand >= 0 ? node.partials().get(operand) : node.value();
    String message = message(node, operand) + " is " + number;
    return new NotFinite(kind, node.index(), operand, number, message, node.origin());
  }

  private static String message(Graph.Node node, int operand) {
    if (node.operator() == null) {
      return "input number " + (node.index() + 1);
    }
    String formula = TEXT.text(Slopes.numbers(node, node.operator()));
    String by = node.operands().size() == 1 ? "" : " by its argument " + (operand + 1);
    return operand < 0 ? formula : "the slope of " + formula + by;
  }
}
