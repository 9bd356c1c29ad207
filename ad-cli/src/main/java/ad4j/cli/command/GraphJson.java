package ad4j.cli.command;

import ad4j.error.Origin;
import ad4j.explain.Explanation;
import ad4j.explain.Explanation.BackwardStep;
import ad4j.explain.Explanation.Paths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An explanation as JSON: maps, lists, strings and numbers. */
final class GraphJson {
  private final Explanation explanation;

  GraphJson(Explanation explanation) {
    this.explanation = explanation;
  }

  /** Nodes and edges. */
  Map<String, Object> graph() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("value", explanation.output().value());
    object.put("result", explanation.output().index());
    object.put("nodes", explanation.nodes().stream().map(GraphJson::node).toList());
    object.put("edges", explanation.edges().stream().map(this::edge).toList());
    return object;
  }

  /** The graph, the passes over it, and the paths through it. */
  Map<String, Object> explanation() {
    Map<String, Object> object = graph();
    object.put("backward", explanation.backward().stream().map(this::step).toList());
    object.put("paths", explanation.paths().stream().map(this::paths).toList());
    Map<String, Object> passes = new LinkedHashMap<>();
    passes.put("forward", explanation.passes().forward());
    passes.put("reverse", explanation.passes().reverse());
    object.put("passes", passes);
    return object;
  }

  private static Map<String, Object> node(Explanation.Node node) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", node.name());
    if (!node.alias().isEmpty()) {
      object.put("alias", node.alias());
    }
    object.put("input", node.input());
    if (!node.input()) {
      object.put("formula", node.formula());
    }
    object.put("value", node.value());
    object.put("adjoint", node.adjoint());
    Origin origin = node.origin();
    if (origin != null) {
      object.put("origin", origin.toString());
      object.put("text", origin.text());
    }
    return object;
  }

  private Map<String, Object> edge(Explanation.Edge edge) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("from", name(edge.from()));
    object.put("to", name(edge.to()));
    object.put("partial", edge.partial());
    object.put("rule", edge.rule());
    if (!edge.remark().isEmpty()) {
      object.put("remark", edge.remark());
    }
    return object;
  }

  private Map<String, Object> step(BackwardStep step) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("node", name(step.node()));
    object.put("formula", step.formula());
    object.put(
        "contributions",
        step.contributions().stream().map(Explanation.Contribution::product).toList());
    object.put("adjoint", step.adjoint());
    return object;
  }

  private Map<String, Object> paths(Paths paths) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("input", name(paths.input()));
    object.put("sum", paths.sum());
    object.put("leftOut", paths.leftOut());
    object.put("paths", paths.paths().stream().map(this::path).toList());
    return object;
  }

  private Map<String, Object> path(Explanation.Path path) {
    Map<String, Object> object = new LinkedHashMap<>();
    List<String> edges = path.edges().stream().map(i -> explanation.edges().get(i).name()).toList();
    object.put("edges", edges);
    object.put("product", path.product());
    return object;
  }

  private String name(int position) {
    return explanation.nodes().get(position).name();
  }
}
