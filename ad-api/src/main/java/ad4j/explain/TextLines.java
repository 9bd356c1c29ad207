package ad4j.explain;

import ad4j.explain.Explanation.BackwardStep;
import ad4j.explain.Explanation.Edge;
import ad4j.explain.Explanation.Node;
import ad4j.explain.Explanation.Path;
import ad4j.explain.Explanation.Paths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The lines of an explanation as text. */
final class TextLines {
  private final Explanation explanation;
  private final List<Node> nodes;
  private final Digits digits;

  TextLines(Explanation explanation) {
    this.explanation = explanation;
    nodes = explanation.nodes();
    digits = new Digits(explanation.digits());
  }

  /** A header, and a row a node; with a column for places if any is known. */
  List<List<String>> nodes() {
    boolean places = nodes.stream().anyMatch(node -> node.origin() != null);
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(places, "name", "formula", "value", "adjoint", "place"));
    for (Node node : nodes) {
      String place = node.origin() == null ? "" : node.origin().toString();
      String value = digits.text(node.value());
      String adjoint = digits.text(node.adjoint());
      rows.add(row(places, named(node), node.formula(), value, adjoint, place));
    }
    return rows;
  }

  private static List<String> row(boolean places, String... cells) {
    return List.of(cells).subList(0, places ? cells.length : cells.length - 1);
  }

  private static String named(Node node) {
    return node.name() + (node.alias().isEmpty() ? "" : " = " + node.alias());
  }

  List<String> edges() {
    return explanation.edges().stream().map(this::edge).toList();
  }

  private String edge(Edge edge) {
    String rule = edge.rule().isEmpty() ? "" : " = " + edge.rule();
    String remark = edge.remark().isEmpty() ? "" : "   (" + edge.remark() + ")";
    return edge.name() + rule + " = " + digits.text(edge.partial()) + remark;
  }

  List<String> forward() {
    return nodes.stream().map(this::forward).toList();
  }

  private String forward(Node node) {
    String steps = node.input() ? "" : " = " + node.formula() + " = " + node.numbers();
    return (node.input() ? named(node) : node.name()) + steps + " = " + digits.text(node.value());
  }

  List<String> backward() {
    return explanation.backward().stream().map(this::backward).toList();
  }

  private String backward(BackwardStep step) {
    Node node = nodes.get(step.node());
    String left = Bar.over(node.name()) + " = ";
    if (step.contributions().isEmpty()) {
      boolean unused = step.node() != explanation.output().node();
      return left + step.formula() + (unused ? "   (the result does not depend on it)" : "");
    }
    return left + step.formula() + " = " + numbers(step) + " = " + digits.text(step.adjoint());
  }

  /** The factors of a single contribution; the terms of several. */
  private String numbers(BackwardStep step) {
    if (step.contributions().size() == 1) {
      var only = step.contributions().getFirst();
      return digits.text(only.adjoint()) + " * " + digits.factor(only.partial());
    }
    List<Double> products =
        step.contributions().stream().map(Explanation.Contribution::product).toList();
    return products.stream()
        .map(digits::text)
        .collect(Collectors.joining(" + "))
        .replace("+ -", "- ");
  }

  /** For each chosen input a title and its paths. */
  List<List<String>> paths() {
    return explanation.paths().stream().map(this::paths).toList();
  }

  private List<String> paths(Paths paths) {
    List<String> lines = new ArrayList<>();
    lines.add("Paths from " + result() + " back to " + called(nodes.get(paths.input())));
    paths.paths().forEach(path -> lines.addAll(path(path)));
    if (paths.leftOut() > 0) {
      lines.add("... and " + new Digits(15).text(paths.leftOut()) + " more paths, not shown");
    }
    double all = paths.paths().size() + paths.leftOut();
    String over = all == 0 ? "there is no path" : all == 1 ? "the one path" : "sum over all paths";
    lines.add(
        derivative(nodes.get(paths.input()))
            + " = "
            + digits.text(paths.sum())
            + "   ("
            + over
            + ")");
    return lines;
  }

  private List<String> path(Path path) {
    List<Edge> edges = path.edges().stream().map(explanation.edges()::get).toList();
    String way =
        edges.stream()
            .map(edge -> nodes.get(edge.from()).name())
            .collect(Collectors.joining(" <- ", result(edges) + " <- ", ""));
    String names = edges.stream().map(Edge::name).collect(Collectors.joining(" * "));
    String numbers =
        edges.stream()
            .map(edge -> digits.factor(edge.partial()))
            .collect(Collectors.joining(" * "));
    return edges.isEmpty()
        ? List.of()
        : List.of(way, "  " + names, "  = " + numbers + " = " + digits.text(path.product()));
  }

  private String result(List<Edge> edges) {
    return edges.isEmpty() ? "" : nodes.get(edges.getFirst().to()).name();
  }

  /** The gradient in the order of the function's inputs, the costs, and what went wrong. */
  List<String> summary() {
    List<String> lines = new ArrayList<>();
    lines.add(result() + " = " + digits.text(explanation.output().value()));
    nodes.stream()
        .filter(Node::input)
        .sorted(Comparator.comparingInt(Node::index))
        .forEach(node -> lines.add(derivative(node) + " = " + digits.text(node.adjoint())));
    int forward = explanation.passes().forward();
    lines.add("Forward mode needs one pass an input: " + forward + ".");
    lines.add("Reverse mode needs two passes in all: one forward, one backward.");
    if (explanation.leftOut() > 0) {
      lines.add(
          "Operations that do not lead to the result and are left out: "
              + explanation.leftOut()
              + ".");
    }
    NotFinite first = explanation.notFinite();
    if (first != null) {
      String place = first.origin() == null ? "" : " (at " + first.origin() + ")";
      lines.add("First number that is not finite: " + first.message() + place + ".");
    }
    return lines;
  }

  private String derivative(Node input) {
    return "∂" + result() + "/∂" + called(input);
  }

  private static String called(Node node) {
    return node.alias().isEmpty() ? node.name() : node.alias();
  }

  private String result() {
    Explanation.Output output = explanation.output();
    if (!output.name().isEmpty()) {
      return output.name();
    }
    return output.node() < 0 ? "f" : nodes.get(output.node()).name();
  }
}
