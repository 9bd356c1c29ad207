package ad4j.ops;

import ad4j.op.BinaryOperator;
import ad4j.op.Comparison;
import ad4j.op.NaryOperator;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;

/** A real without a number: a rule that asks for one, or compares, fails on it. */
final class Unknown extends Real {
  Unknown() {
    super(1);
  }

  @Override
  public double primal() {
    throw new AssertionError("a rule asks for a number");
  }

  @Override
  protected Real bind(UnaryOperator operator, Real x) {
    return this;
  }

  @Override
  protected Real bind(BinaryOperator operator, Real x, Real y) {
    return this;
  }

  @Override
  protected Real bind(NaryOperator operator, Real[] xs) {
    return this;
  }

  @Override
  protected boolean bind(Comparison comparison, Real x, Real y) {
    throw new AssertionError("a rule compares");
  }
}
