package ad4j.explain;

import ad4j.explain.Explanation.Edge;
import ad4j.explain.Explanation.Node;

/**
 * Shows an explanation as a graph in the DOT language of Graphviz. Nodes are called n0, n1, ... and
 * labelled with formula, value and adjoint; edges with their partials.
 */
public final class DotRenderer implements Renderer {
  /** The only way to show it. */
  public DotRenderer() {}

  @Override
  public String render(Explanation explanation) {
    Labels labels = new Labels(explanation);
    StringBuilder dot = new StringBuilder("digraph explanation {\n  rankdir=LR;\n");
    dot.append("  node [shape=box, style=rounded, fontname=monospace];\n");
    dot.append("  edge [fontname=monospace];\n");
    for (int i = 0; i < explanation.nodes().size(); i++) {
      Node node = explanation.nodes().get(i);
      String text = String.join("\n", labels.title(node), labels.value(node), labels.adjoint(node));
      String bold = i == explanation.output().node() ? ", penwidth=2" : "";
      dot.append("  n%s [label=%s%s];\n".formatted(i, quoted(text), bold));
    }
    for (Edge edge : explanation.edges()) {
      String label = quoted(labels.partial(edge));
      dot.append("  n%s -> n%s [label=%s];\n".formatted(edge.from(), edge.to(), label));
    }
    return dot.append("}\n").toString();
  }

  private static String quoted(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return '"' + escaped + '"';
  }
}
