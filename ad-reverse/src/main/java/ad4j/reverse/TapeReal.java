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
    return tape.push(operator, index, operator.value(value));
  }

  /** One push at its end, whatever {@code y} is: what the JIT compiler inlines best. */
  @Override
  protected Real dispatch(BinaryOperator operator, Real y) {
    Tape t = tape;
    int b = Tape.FIXED;
    double number = 0;
    double w;
    if (y instanceof TapeReal node && node.tape == t) {
      b = node.index;
      w = node.value;
    } else if (y.level() > level()) {
      return super.dispatch(operator, y);
    } else {
      t.activation().requireForeign(y);
      w = y.primal();
      number = w;
    }
    return t.push(operator, index, b, number, operator.value(value, w));
  }

  @Override
  protected Real bind(BinaryOperator operator, Real x, Real y) {
    if (x == this) {
      return dispatch(operator, y);
    }
    tape.activation().requireForeign(x);
    double v = x.primal();
    return tape.push(operator, Tape.FIXED, index, v, operator.value(v, value));
  }

  @Override
  protected Real bind(NaryOperator operator, Real[] xs) {
    return tape.push(operator, tape.pool(xs), xs.length, 0, operator.value(values(xs)));
  }

  @Override
  protected boolean bind(Comparison comparison, Real x, Real y) {
    tape.activation().check();
    return tape.compare(comparison, x, y);
  }
}
