package ad4j.testkit.engines;

import ad4j.engine.Activation;
import ad4j.op.BinaryOperator;
import ad4j.op.Comparison;
import ad4j.op.NaryOperator;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;

/** A number that knows its adjoint. */
final class Node extends Real implements Activation.Tracked {
  private final Trail trail;
  private final Real value;
  Real adjoint = constant(0);

  Node(Trail trail, Real value) {
    super(trail.activation().level());
    this.trail = trail;
    this.value = value;
  }

  Real inner() {
    return value;
  }

  @Override
  public Activation activation() {
    return trail.activation();
  }

  @Override
  public double primal() {
    return value.primal();
  }

  @Override
  protected Real bind(UnaryOperator operator, Real x) {
    return trail.apply(operator, x);
  }

  @Override
  protected Real bind(BinaryOperator operator, Real x, Real y) {
    return trail.apply(operator, x, y);
  }

  @Override
  protected Real bind(NaryOperator operator, Real[] xs) {
    return trail.apply(operator, xs);
  }

  @Override
  protected boolean bind(Comparison comparison, Real x, Real y) {
    trail.activation().check();
    return trail.inner(x).is(comparison, trail.inner(y));
  }
}
