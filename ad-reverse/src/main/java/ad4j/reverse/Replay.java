package ad4j.reverse;

import ad4j.op.BinaryOperator;
import ad4j.op.NaryOperator;
import ad4j.op.Operator;
import ad4j.op.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Runs the operations of a tape again at another point. */
final class Replay {
  private final Tape tape;

  Replay(Tape tape) {
    this.tape = tape;
  }

  /** Whether all recorded comparisons came out as before. */
  boolean run(double[] x) {
    for (int i = 0; i < x.length; i++) {
      tape.value(i, x[i]);
    }
    for (int i = x.length; i < tape.size(); i++) {
      tape.value(i, value(i, tape.operator(i)));
    }
    return tape.guardsHold();
  }

  private double value(int i, @Nullable Operator operator) {
    if (operator instanceof BinaryOperator binary) {
      return binary.value(
          tape.operandValue(i, tape.first(i)), tape.operandValue(i, tape.second(i)));
    }
    if (operator instanceof UnaryOperator unary) {
      return unary.value(tape.value(tape.first(i)));
    }
    return operator instanceof NaryOperator nary
        ? nary.value(tape.operandValues(i))
        : tape.value(i);
  }
}
