package ad4j.cli.command;

import ad4j.Differentiable;
import ad4j.cli.command.Evaluation.Located;
import ad4j.cli.input.GivenPoint;
import ad4j.cli.input.UsageException;
import ad4j.cli.output.Answer;
import ad4j.cli.output.Axis;
import ad4j.cli.output.Quantity.Scalar;
import ad4j.cli.output.Quantity.Vector;
import ad4j.cli.work.ExitCode;
import ad4j.cli.work.GivenFunction;
import ad4j.cli.work.Workbench;
import ad4j.engine.Graph;
import ad4j.explain.ExplainOptions;
import ad4j.explain.Explanation;
import ad4j.op.Operators.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The function that is to be explained, where, and in which names. */
final class Explained {
  private static final int USUAL_DIGITS = 6;

  @Parameters(
      index = "0",
      paramLabel = "F",
      description = {
        "The function: JavaScript, model.mjs#loss,",
        "Models.class#loss, or - for standard input."
      })
  private String function = "";

  @Option(
      names = {"-a", "--at"},
      paramLabel = "POINT",
      order = 0,
      description = "The point: 2,3 in the order of the variables, or x=2,y=3.")
  private @Nullable String at;

  @Option(
      names = "--wrt",
      split = ",",
      paramLabel = "VARIABLE",
      order = 1,
      description = "Show the paths from these variables to the result.")
  private List<String> wrt = new ArrayList<>();

  @Option(
      names = "--max-paths",
      paramLabel = "N",
      order = 2,
      description = "Show at most so many paths a variable (20).")
  private int maxPaths = 20;

  @Option(
      names = "--result",
      paramLabel = "INDEX",
      order = 3,
      description = "Which result, from 0, if there are several.")
  private int result;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      order = 4,
      description = "What to call the result.")
  private String name = "";

  @Option(
      names = "--label",
      split = ",",
      paramLabel = "NODE=NAME",
      order = 5,
      description = "What to call a node, by the name that it has or its number: w3=r.")
  private Map<String, String> labels = new HashMap<>();

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      order = 6,
      description = "What names of nodes begin with (w).")
  private String prefix = "";

  /** The explanation; says what is to be said about it. */
  Explanation explanation(Workbench bench) {
    if (maxPaths < 0) {
      throw new UsageException("--max-paths " + maxPaths + " is not possible", "use 0 or more");
    }
    GivenFunction f = bench.function(function);
    Located point = Located.of(f, at == null ? null : GivenPoint.read(at));
    for (String variable : wrt) {
      requireVariable(variable, point.variables());
    }
    Differentiable differentiable = f.differentiable(point.x().length);
    Graph graph = differentiable.graph(point.x());
    if (graph.outputs().size() > 1 && result == 0) {
      bench
          .messages()
          .say(
              "the function has "
                  + graph.outputs().size()
                  + " results; this is f[0], --result 1 explains the next");
    }
    Explanation explanation = Explanation.of(graph, options(bench, point, graph));
    reportNaN(bench, f, point, explanation);
    return explanation;
  }

  /** The exit code that goes with it. */
  static int exitCode(Explanation explanation) {
    boolean nan =
        Double.isNaN(explanation.output().value())
            || explanation.nodes().stream()
                .anyMatch(node -> node.input() && Double.isNaN(node.adjoint()));
    return nan ? ExitCode.FAILED : ExitCode.FINE;
  }

  private static void reportNaN(
      Workbench bench, GivenFunction f, Located point, Explanation explanation) {
    if (exitCode(explanation) != ExitCode.FINE) {
      Axis variables = Axis.variables(point.variables());
      Answer answer =
          new Answer(
              point.variables(),
              point.x(),
              List.of(
                  new Scalar("value", explanation.output().value()),
                  new Vector("at", variables, point.x())));
      new NanReport(bench.messages()).report("", f, answer);
    }
  }

  private ExplainOptions options(Workbench bench, Located point, Graph graph) {
    int digits = bench.options().precision();
    ExplainOptions plain =
        ExplainOptions.of(point.variables())
            .output(result, name)
            .prefix(prefix)
            .wrt(wrt, maxPaths)
            .digits(digits == 0 ? USUAL_DIGITS : digits);
    return labels.isEmpty() ? plain : plain.labels(byIndex(graph, plain));
  }

  /** A node may be named as it is shown, or by its number. */
  private Map<Integer, String> byIndex(Graph graph, ExplainOptions plain) {
    Map<Integer, String> byIndex = new HashMap<>();
    List<Explanation.Node> shown = Explanation.of(graph, plain).nodes();
    List<Explanation.Node> numbered = Explanation.of(graph, plain.labels(none(graph))).nodes();
    Set<String> unknown = new HashSet<>(labels.keySet());
    for (List<Explanation.Node> nodes : List.of(numbered, shown)) {
      for (Explanation.Node node : nodes) {
        if (unknown.remove(node.name())) {
          byIndex.put(node.index(), labels.get(node.name()));
        }
      }
    }
    if (!unknown.isEmpty()) {
      throw noSuchNode(shown);
    }
    return byIndex;
  }

  private static Map<Integer, String> none(Graph graph) {
    return graph.nodes().stream().collect(Collectors.toMap(Graph.Node::index, node -> ""));
  }

  private static UsageException noSuchNode(List<Explanation.Node> nodes) {
    List<String> names = nodes.stream().map(Explanation.Node::name).toList();
    return new UsageException(
        "--label names a node that is not there", "the nodes are " + String.join(", ", names));
  }

  private static void requireVariable(String variable, List<String> variables) {
    if (!variables.contains(variable)) {
      List<String> near = Spelling.near(variable, variables, 3);
      throw new UsageException(
          "the function has no variable '" + variable + "'",
          near.isEmpty()
              ? "its variables are " + String.join(", ", variables)
              : "did you mean '" + String.join("' or '", near) + "'?");
    }
  }
}
