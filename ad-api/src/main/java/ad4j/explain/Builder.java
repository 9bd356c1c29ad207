package ad4j.explain;

import ad4j.engine.Graph;
import ad4j.engine.Graph.Operand;
import ad4j.error.ShapeException;
import ad4j.explain.Explanation.Edge;
import ad4j.explain.Explanation.Node;
import ad4j.explain.Explanation.Output;
import ad4j.explain.Explanation.Passes;
import ad4j.explain.Explanation.Paths;
import ad4j.op.Operator;
import ad4j.op.Operators;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Puts an explanation together. */
final class Builder {
  private final Graph graph;
  private final ExplainOptions options;
  private final Naming naming;
  private final Reduction reduction;
  private final String[] names;
  private final Digits digits;
  private final FormulaText text;
  private final Slopes slopes;
  private final int output;
  private final BackwardPass pass;

  private Builder(Graph graph, ExplainOptions options) {
    this.graph = graph;
    this.options = options;
    naming = new Naming(options, graph.inputs());
    reduction = new Reduction(graph, options, naming.keepsOrder());
    output = reduction.position(graph.outputs().get(options.output()));
    names = naming.names(reduction, output);
    digits = new Digits(options.digits());
    text = new FormulaText(digits);
    slopes = new Slopes(reduction, names, text);
    pass = new BackwardPass(reduction, output);
  }

  static Explanation explain(Graph graph, ExplainOptions options) {
    require(graph.inputs() > 0, "the function has no inputs: there is nothing to explain", "");
    int results = graph.outputs().size();
    require(
        options.output() >= 0 && options.output() < results,
        "there is no result number " + options.output(),
        "the function has " + results + ", counted from 0");
    return new Builder(graph, options).explanation();
  }

  private Explanation explanation() {
    List<Node> nodes = IntStream.range(0, reduction.size()).mapToObj(this::node).toList();
    EdgeList edges = new EdgeList(reduction, names, slopes, text, digits);
    BackwardSteps steps = new BackwardSteps(nodes, edges, text, output);
    return new Explanation(
        nodes,
        edges.edges(),
        output(),
        steps.steps(),
        paths(edges.edges()),
        new Passes(graph.inputs(), 2),
        FirstNotFinite.in(graph).or(() -> steps.overflow(nodes)).orElse(null),
        reduction.leftOut(),
        options.digits());
  }

  private Node node(int position) {
    Graph.Node node = reduction.node(position);
    Operator operator = node.operator();
    boolean input = operator == null;
    return new Node(
        names[position],
        alias(position),
        input,
        operator == null ? "" : text.text(slopes.formula(node, operator)),
        operator == null ? "" : text.text(Slopes.numbers(node, operator)),
        node.value(),
        pass.adjoint(position),
        node.index(),
        node.origin());
  }

  private String alias(int position) {
    String own = naming.alias(reduction, position, names[position]);
    boolean result = position == output && !options.outputName().equals(names[position]);
    return own.isEmpty() && result ? options.outputName() : own;
  }

  private Output output() {
    Operand operand = graph.outputs().get(options.output());
    return new Output(options.output(), options.outputName(), output, operand.value());
  }

  private List<Paths> paths(List<Edge> edges) {
    PathSearch search = new PathSearch(edges, reduction.size(), output, options.maxPaths());
    List<Paths> all = new ArrayList<>();
    for (String name : options.wrt()) {
      int input = input(name);
      all.add(search.from(input, pass.adjoint(input)));
    }
    return all;
  }

  private int input(String name) {
    int index = naming.inputs().indexOf(name);
    List<String> near = Operators.Spelling.near(name, naming.inputs(), 1);
    require(
        index >= 0,
        "there is no input '" + name + "'",
        near.isEmpty()
            ? "inputs are " + naming.inputs()
            : "did you mean '" + near.getFirst() + "'?");
    return reduction.position(new Operand.Ref(index, 0));
  }

  private static void require(boolean condition, String problem, String remedy) {
    if (!condition) {
      throw new ShapeException(problem, remedy);
    }
  }
}
