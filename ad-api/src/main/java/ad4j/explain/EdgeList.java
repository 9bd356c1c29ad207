package ad4j.explain;

import ad4j.engine.Graph;
import ad4j.engine.Graph.Operand;
import ad4j.explain.Explanation.Edge;
import ad4j.op.Operator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The edges of an explanation, each with the formula of its partial. */
final class EdgeList {
  private final Reduction reduction;
  private final String[] names;
  private final Slopes slopes;
  private final FormulaText text;
  private final Digits digits;
  private final List<Edge> edges = new ArrayList<>();
  private final List<Formula> partials = new ArrayList<>();
  private final List<List<Integer>> outgoing = new ArrayList<>();

  EdgeList(Reduction reduction, String[] names, Slopes slopes, FormulaText text, Digits digits) {
    this.reduction = reduction;
    this.names = names;
    this.slopes = slopes;
    this.text = text;
    this.digits = digits;
    for (int p = 0; p < reduction.size(); p++) {
      outgoing.add(new ArrayList<>());
      Operator operator = reduction.node(p).operator();
      if (operator != null) {
        addEdgesTo(p, operator);
      }
    }
  }

  private void addEdgesTo(int position, Operator operator) {
    Map<Integer, List<Integer>> places = new LinkedHashMap<>();
    List<Operand> operands = reduction.node(position).operands();
    for (int k = 0; k < operands.size(); k++) {
      int from = reduction.position(operands.get(k));
      if (from >= 0) {
        places.computeIfAbsent(from, absent -> new ArrayList<>()).add(k);
      }
    }
    places.forEach((from, indices) -> add(from, position, operator, indices));
  }

  private void add(int from, int to, Operator operator, List<Integer> indices) {
    Graph.Node node = reduction.node(to);
    double partial = indices.stream().mapToDouble(k -> node.partials().get(k)).sum();
    Formula rule = slopes.partial(to, indices, partial);
    String words = rule instanceof Formula.Numeral ? "" : text.text(rule);
    String name = "∂" + names[to] + "/∂" + names[from];
    outgoing.get(from).add(edges.size());
    edges.add(new Edge(from, to, name, words, partial, remark(node, operator, indices)));
    partials.add(rule);
  }

  private String remark(Graph.Node node, Operator operator, List<Integer> indices) {
    List<String> operands = node.operands().stream().map(this::name).toList();
    List<String> remarks =
        indices.stream()
            .map(k -> new KinkRemark(node, operator, k, digits).text(operands))
            .filter(remark -> !remark.isEmpty())
            .distinct()
            .toList();
    return String.join("; ", remarks);
  }

  private String name(Operand operand) {
    int position = reduction.position(operand);
    return position >= 0 ? names[position] : digits.text(operand.value());
  }

  /** All edges. */
  List<Edge> edges() {
    return edges;
  }

  /** The positions of the edges from a node to its users. */
  List<Integer> outgoing(int node) {
    return outgoing.get(node);
  }

  /** The partial on an edge, in names or as a number. */
  Formula partial(int edge) {
    return partials.get(edge);
  }

  /** What an edge gives its operand, for this adjoint of the operation. */
  double product(int edge, double adjoint) {
    Graph.Node node = reduction.node(edges.get(edge).to());
    double sum = 0;
    for (int k = 0; k < node.operands().size(); k++) {
      if (reduction.position(node.operands().get(k)) == edges.get(edge).from()) {
        sum += BackwardPass.product(adjoint, node.partials().get(k));
      }
    }
    return sum;
  }
}
