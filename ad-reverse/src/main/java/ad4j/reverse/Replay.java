package ad4j.reverse;

import ad4j.op.BinaryOperator;
import ad4j.op.NaryOperator;
import ad4j.op.Operator;
import ad4j.op.UnaryOperator;

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

  private double value(int i, @org.jspecify.annotations.Nullable Operator operator) {
    return switch (operator) {
      case BinaryOperator binary -> binary.value(tape.at(tape.first(i)), tape.at(tape.second(i)));
      case UnaryOperator unary -> unary.value(tape.at(tape.first(i)));
      case NaryOperator nary -> nary.value(tape.operandValues(i));
      case null -> throw new IllegalStateException("an input is no operation");
    };
  }
}
