package ad4j.testkit.engines;

import ad4j.engine.Activation;
import ad4j.engine.Pullback;
import ad4j.op.Operator;
import ad4j.op.Real;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What one execution leaves behind. */
final class Trail {
  private final Activation activation;
  private final ClosureEngine engine;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Runnable> back = new ArrayList<>();

  Trail(Activation activation, ClosureEngine engine) {
    this.activation = activation;
    this.engine = engine;
  }

  Activation activation() {
    return activation;
  }

  Node node(Real value) {
    Node node = new Node(this, value);
    nodes.add(node);
    return node;
  }

  Real apply(Operator operator, Real... operands) {
    engine.check(activation);
    Real[] values = Arrays.stream(operands).map(this::inner).toArray(Real[]::new);
    Real exact = operator.of(values);
    Node result = node(engine.result(exact));
    back.add(() -> pull(operator, operands, values, exact, result.adjoint));
    return result;
  }

  Real inner(Real x) {
    return engine.owns(activation, x) ? ((Node) x).inner() : x;
  }

  private void pull(Operator operator, Real[] operands, Real[] values, Real exact, Real adjoint) {
    for (int i = 0; i < operands.length; i++) {
      if (engine.owns(activation, operands[i])) {
        Real partial = operator.slope(engine.partial(i, operands.length), values, exact);
        add(operands[i], engine.contribution(adjoint, partial));
      }
    }
  }

  private void add(Real x, Real contribution) {
    if (engine.owns(activation, x)) {
      Node node = (Node) x;
      node.adjoint = engine.sum(node.adjoint, contribution);
    }
  }

  Pullback pullback(Node[] inputs, Real[] results) {
    Real[] values = Arrays.stream(results).map(this::inner).toArray(Real[]::new);
    return new Pullback() {
      @Override
      public Real[] value() {
        return values.clone();
      }

      @Override
      public Real[] adjoints(Real[] weights) {
        return sweep(inputs, results, weights);
      }
    };
  }

  private Real[] sweep(Node[] inputs, Real[] results, Real[] weights) {
    nodes.forEach(node -> node.adjoint = Real.constant(0));
    for (int i = 0; i < results.length; i++) {
      add(results[i], weights[i]);
    }
    for (int i = back.size() - 1; i >= 0; i--) {
      back.get(i).run();
    }
    return Arrays.stream(inputs).map(node -> node.adjoint).toArray(Real[]::new);
  }
}
