package ad4j.explain;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ad4j.Ad;
import ad4j.engine.Graph;
import ad4j.error.Origin;
import ad4j.explain.Explanation.Node;
import ad4j.op.Real;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What nodes are called: by labels, by the variables of the source, by numbers. */
final class NamingTest {
  private static final ExplainOptions XY = ExplainOptions.of("x", "y");

  /** Four operations, one after the other: indices 2 to 5. */
  private static Real chain(Real... x) {
    return x[0].times(x[1]).negate().plus(1).minus(x[0]);
  }

  /** The chain, with the variables that its operations are given to. */
  private static Graph chain(String... variables) {
    Graph graph = Ad.multivariate(NamingTest::chain).record(2, 3).graph();
    return named(graph, variables);
  }

  private static Graph named(Graph graph, String... variables) {
    List<Graph.Node> nodes =
        IntStream.range(0, graph.nodes().size())
            .mapToObj(i -> i < 2 ? graph.nodes().get(i) : named(graph, i, variables[i - 2]))
            .toList();
    return new Graph(nodes, graph.inputs(), graph.outputs());
  }

  private static Graph.Node named(Graph graph, int i, String variable) {
    Graph.Node node = graph.nodes().get(i);
    Origin origin = new Origin("f.js", 1, i, "", variable);
    return new Graph.Node(
        i, node.operator(), node.operands(), node.value(), node.partials(), origin);
  }

  private static String names(Graph graph, ExplainOptions options) {
    return Explanation.of(graph, options).nodes().stream().map(Node::name).collect(joining(" "));
  }

  @Test
  void variablesNameNodesAndInputsKeepTheirNames() {
    assertEquals("x y r u v z", names(chain("r", "u", "v", "z"), XY));
  }

  @Test
  void whatIsGivenToNoVariableIsNumbered() {
    assertEquals("x y r w4 v w6", names(chain("r", "", "v", ""), XY));
    assertEquals("w1 w2 w3 w4 w5 w6", names(chain("", "", "", ""), XY));
  }

  @Test
  void theResultIsCalledAsAskedForIfItHasNoName() {
    assertEquals("x y r w4 v f", names(chain("r", "", "v", ""), XY.output(0, "f")));
    Explanation named = Explanation.of(chain("", "", "", "z"), XY.output(0, "f"));
    assertEquals("z", named.nodes().getLast().name());
    assertEquals("f", named.nodes().getLast().alias());
  }

  @Test
  void aVariableThatIsAssignedSeveralTimesIsNumbered() {
    assertEquals("x y s1 t s2 s3", names(chain("s", "t", "s", "s"), XY));
    assertEquals("x y s2 t s3 s1", names(chain("s", "t", "s", "s1"), XY));
  }

  @Test
  void aParameterThatIsAssignedIsNumberedFromItsFirstAssignmentOn() {
    assertEquals("x y x1 w4 w5 y1", names(chain("x", "", "", "y"), XY));
    assertEquals("x x1 x2 w4 w5 w6", names(chain("x", "", "", ""), ExplainOptions.of("x", "x1")));
  }

  @Test
  void aLabelComesBeforeTheVariable() {
    assertEquals("x y r q v z", names(chain("r", "u", "v", "z"), XY.label(3, "q")));
  }

  @Test
  void anEmptyLabelMeansTheNumber() {
    assertEquals("x y r w4 v z", names(chain("r", "u", "v", "z"), XY.label(3, "")));
    Map<Integer, String> none = Map.of(2, "", 3, "", 4, "", 5, "");
    assertEquals("w1 w2 w3 w4 w5 w6", names(chain("r", "u", "v", "z"), XY.labels(none)));
  }

  @Test
  void aVariableOfWhatIsLeftOutNamesNothing() {
    Graph graph =
        Ad.vectorValued(x -> new Real[] {x[0].times(x[1]), x[0].plus(x[1])}).record(2, 3).graph();
    assertEquals("w1 w2 w3", names(named(graph, "", "s"), XY));
  }

  @Test
  void ofEqualOperationsTheFirstWithAVariableNamesTheNode() {
    Graph graph =
        Ad.multivariate(x -> x[0].times(x[1]).plus(x[0].times(x[1]))).record(2, 3).graph();
    assertEquals("x y a w4", names(named(graph, "a", "b", ""), XY));
    assertEquals("x y b w4", names(named(graph, "", "b", ""), XY));
    assertEquals("x y c w4", names(named(graph, "a", "b", ""), XY.label(3, "c")));
  }

  @Test
  void aSequenceOfInputsGoesOnBesideLabels() {
    ExplainOptions options = ExplainOptions.of("x1", "x2");
    assertEquals("x1 x2 r x4 x5 x6", names(chain("r", "", "", ""), options));
    assertEquals("x1 x2 x3 w4 x5 w6", names(chain("x3", "", "x5", ""), options));
  }

  @Test
  void namesNeverClash() {
    ExplainOptions options = ExplainOptions.of("w1", "y").label(2, "r").label(3, "r").label(5, "y");
    assertEquals("w1 y r1 r2 v5 y1", names(chain("", "", "", ""), options));
    assertEquals("x y w1 w2 v5 v6", names(chain("w", "w", "", ""), XY));
  }
}
