package ad4j.testkit;

import static ad4j.testkit.Elementary.RAMP;
import static ad4j.testkit.Elementary.SIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ad4j.CompiledFunction;
import ad4j.Differentiable;
import ad4j.engine.Graph;
import ad4j.engine.Mode;
import ad4j.error.NotDifferentiableException;
import ad4j.op.Operator;
import ad4j.op.Real;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.function.Executable;

/** Executions that are kept: seen as a graph, and run again at other points. */
final class RecordingCases {
  private final Laboratory laboratory;

  RecordingCases(Laboratory laboratory) {
    this.laboratory = laboratory;
  }

  List<EngineCase> all() {
    return List.of(
        recording("the graph of y - max(0, w * x + b) is that of the textbook", this::graph),
        recording("a graph has the very operators that were applied", this::operators),
        recording("a replay gives what a fresh recording gives", this::replay),
        recording("a comparison that comes out otherwise is recorded anew", this::branch),
        recording("a replay that would follow a stale decision is refused", this::look));
  }

  private static EngineCase recording(String name, Executable body) {
    return new EngineCase(name, Set.of(Capability.RECORDING), body);
  }

  private void graph() {
    Differentiable f = of(x -> new Real[] {x[0].minus(RAMP.of(x[1].times(x[2]).plus(x[3])))});
    Graph graph = f.record(5, 2, 1, 1).graph();
    assertEquals(4, graph.inputs(), "inputs");
    assertEquals(
        List.of(5.0, 2.0, 1.0, 1.0, 2.0, 3.0, 3.0, 2.0),
        graph.nodes().stream().map(Graph.Node::value).toList(),
        "values");
    List<List<Double>> partials = graph.nodes().stream().skip(4).map(Graph.Node::partials).toList();
    assertEquals(
        List.of(List.of(1.0, 2.0), List.of(1.0, 1.0), List.of(1.0), List.of(1.0, -1.0)),
        partials,
        "partials");
    assertEquals(List.of(new Graph.Operand.Ref(7, 2)), graph.outputs(), "outputs");
  }

  /** Declarations that are alike but for their words are not mixed up. */
  private void operators() {
    Operator once = SIN.doc("Once.");
    Operator again = SIN.doc("Again.");
    Graph graph = of(x -> new Real[] {again.of(SIN.of(once.of(x[0])))}).record(1).graph();
    assertEquals(
        Arrays.asList(null, once, SIN, again),
        graph.nodes().stream().map(Graph.Node::operator).toList(),
        "operators");
  }

  private void replay() {
    Differentiable f = of(x -> new Real[] {SIN.of(x[0].times(x[1])).plus(x[1].square().times(3))});
    CompiledFunction compiled = f.compile();
    for (double[] x : new double[][] {{2, 3}, {-1, 0.5}, {0, 0}, {1e200, 1e200}, {2, 3}}) {
      Laboratory.requireEqualBits(f.gradient(x), compiled.gradient(x), "replayed gradient");
      Laboratory.requireEqualBits(f.values(x), compiled.values(x), "replayed values");
    }
  }

  private void branch() {
    Differentiable f = of(x -> new Real[] {x[0].lessThan(x[1]) ? x[0].times(x[1]) : x[0].square()});
    CompiledFunction compiled = f.compile();
    for (double[] x : new double[][] {{2, 3}, {3, 2}, {2, 5}, {1, Double.NaN}, {2, 2}}) {
      Laboratory.requireEqualBits(f.gradient(x), compiled.gradient(x), "gradient by branches");
    }
  }

  private void look() {
    Differentiable f = of(x -> new Real[] {x[0].value() > 0 ? x[0].square() : x[0]});
    assertNotNull(f.record(2).obstacle(), "a function that looks at a number");
    assertNull(of(x -> new Real[] {x[0].square()}).record(2).obstacle(), "one that does not");
    assertThrows(NotDifferentiableException.class, () -> f.compile().gradient(2));
  }

  private Differentiable of(ad4j.engine.RealFunction f) {
    return laboratory.differentiable(f, Mode.AUTO);
  }
}
