package ad4j.program;

import ad4j.error.ProgramException;
import ad4j.op.BinaryOperator;
import ad4j.op.Comparison;
import ad4j.op.NaryOperator;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;

/** A value of a Program under construction, as a rule sees it. */
final class ProgramReal extends Real {
  private final ProgramBuilder builder;
  private final Value value;

  ProgramReal(ProgramBuilder builder, Value value) {
    super(Integer.MAX_VALUE);
    this.builder = builder;
    this.value = value;
  }

  Value operand() {
    return value;
  }

  @Override
  public double primal() {
    throw new ProgramException("a rule asks for the number of " + value.type() + " to come");
  }

  @Override
  protected Real bind(UnaryOperator operator, Real x) {
    return builder.real(builder.apply(operator, builder.value(x)));
  }

  @Override
  protected Real bind(BinaryOperator operator, Real x, Real y) {
    return builder.real(builder.apply(operator, builder.value(x), builder.value(y)));
  }

  @Override
  protected Real bind(NaryOperator operator, Real[] xs) {
    Value[] values = new Value[xs.length];
    for (int i = 0; i < xs.length; i++) {
      values[i] = builder.value(xs[i]);
    }
    return builder.real(builder.apply(operator, values));
  }

  @Override
  protected boolean bind(Comparison comparison, Real x, Real y) {
    throw new ProgramException("a rule compares numbers to come");
  }
}
