package ad4j.reverse;

import ad4j.engine.Activation;
import ad4j.op.BinaryOperator;
import ad4j.op.Comparison;
import ad4j.op.NaryOperator;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;

/** A handle on a node of a {@link Tape}. */
final class TapeReal extends Real implements Activation.Tracked {
  private final Tape tape;
  private final int index;
  private final double value;

  TapeReal(Tape tape, int index, double value) {
    super(1); // a tape records the outermost differentiation only
    this.tape = tape;
    this.index = index;
    this.value = value;
  }

  Tape tape() {
    return tape;
  }

  int index() {
    return index;
  }

  @Override
  public Activation activation() {
    return tape.activation();
  }

  @Override
  public double primal() {
    return value;
  }

  @Override
  public double value() {
    tape.look();
    return primal();
  }

  @Override
  protected Real bind(UnaryOperator operator, Real x) {
    return tape.push(operator, index, 0, operator.value(value));
  }

  @Override
  protected Real bind(BinaryOperator operator, Real x, Real y) {
    int a = tape.operand(x);
    int b = tape.operand(y);
    double z =
        operator.value(
            a >= 0 ? ((TapeReal) x).value : x.primal(), b >= 0 ? ((TapeReal) y).value : y.primal());
    return tape.push(operator, a, b, z);
  }

  @Override
  protected Real bind(NaryOperator operator, Real[] xs) {
    int[] operands = new int[xs.length];
    for (int i = 0; i < xs.length; i++) {
      operands[i] = tape.operand(xs[i]);
    }
    return tape.push(operator, tape.pool(operands), xs.length, operator.value(values(xs)));
  }

  @Override
  protected boolean bind(Comparison comparison, Real x, Real y) {
    tape.activation().check();
    return tape.compare(comparison, x, y);
  }
}
