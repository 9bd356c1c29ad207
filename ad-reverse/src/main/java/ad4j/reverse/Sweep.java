package ad4j.reverse;

import ad4j.op.BinaryOperator;
import ad4j.op.NaryOperator;
import ad4j.op.UnaryOperator;
import java.util.Arrays;

/**
 * The way back over a tape: one adjoint a node, no object an operation. An adjoint or a partial that
 * is exactly 0 contributes nothing, whatever the other factor is.
 */
final class Sweep {
  private final Tape tape;
  private final double[] adjoints;

  Sweep(Tape tape) {
    this.tape = tape;
    adjoints = Storage.allocate(tape.size(), () -> new double[tape.size()]);
  }

  double[] adjoints(int[] outputs, double[] weights) {
    for (int i = 0; i < outputs.length; i++) {
      if (outputs[i] >= 0) {
        adjoints[outputs[i]] += weights[i];
      }
    }
    for (int i = tape.size() - 1; i >= tape.inputCount(); i--) {
      double adjoint = adjoints[i];
      if (adjoint != 0) {
        pull(i, adjoint);
      }
    }
    return Arrays.copyOf(adjoints, tape.inputCount());
  }

  private void pull(int i, double adjoint) {
    switch (tape.operator(i)) {
      case BinaryOperator binary -> pull(binary, i, adjoint);
      case UnaryOperator unary ->
          add(tape.first(i), adjoint, unary.partial(tape.at(tape.first(i)), tape.value(i)));
      case NaryOperator nary -> pull(nary, i, adjoint);
      case null -> throw new IllegalStateException("an input is no operation");
    }
  }

  private void pull(BinaryOperator operator, int i, double adjoint) {
    int a = tape.first(i);
    int b = tape.second(i);
    double x = tape.at(a);
    double y = tape.at(b);
    double z = tape.value(i);
    if (a >= 0) {
      add(a, adjoint, operator.firstPartial(x, y, z));
    }
    if (b >= 0) {
      add(b, adjoint, operator.secondPartial(x, y, z));
    }
  }

  private void pull(NaryOperator operator, int i, double adjoint) {
    int[] operands = tape.operands(i);
    double[] values = tape.operandValues(i);
    for (int k = 0; k < operands.length; k++) {
      if (operands[k] >= 0) {
        add(operands[k], adjoint, operator.partial(k, values, tape.value(i)));
      }
    }
  }

  private void add(int node, double adjoint, double partial) {
    if (partial != 0) {
      adjoints[node] += adjoint * partial;
    }
  }
}
