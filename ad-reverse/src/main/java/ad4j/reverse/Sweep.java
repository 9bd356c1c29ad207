package ad4j.reverse;

import ad4j.op.BinaryOperator;
import ad4j.op.NaryOperator;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The way back over a tape: one adjoint a node, no object an operation. An adjoint or a partial
 * that is exactly 0 contributes nothing, whatever the other factor is.
 */
final class Sweep {
  private final Tape tape;
  private final double[] values;
  private final double[] adjoints;

  Sweep(Tape tape) {
    this.tape = tape;
    values = tape.values();
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
        pull(tape.step(i), i, adjoint);
      }
    }
    return Arrays.copyOf(adjoints, tape.inputCount());
  }

  /** A chain of tests rather than a switch: it is what the sweep spends its time on. */
  private void pull(@Nullable Object operator, int i, double adjoint) {
    if (operator instanceof BinaryOperator binary) {
      pull(binary, i, adjoint);
    } else if (operator instanceof UnaryOperator unary) {
      int a = tape.first(i);
      add(a, adjoint, unary.partial(values[a], values[i]));
    } else if (operator instanceof NaryOperator nary) {
      pull(nary, i, adjoint);
    }
  }

  private void pull(BinaryOperator operator, int i, double adjoint) {
    int a = tape.first(i);
    int b = tape.second(i);
    double x = tape.at(a);
    double y = tape.at(b);
    double z = values[i];
    if (a >= 0) {
      add(a, adjoint, operator.firstPartial(x, y, z));
    }
    if (b >= 0) {
      add(b, adjoint, operator.secondPartial(x, y, z));
    }
  }

  private void pull(NaryOperator operator, int i, double adjoint) {
    int[] operands = tape.operands(i);
    Real[] xs = Real.constants(tape.operandValues(i));
    Real y = Real.constant(values[i]);
    for (int k = 0; k < operands.length; k++) {
      if (operands[k] >= 0) {
        add(operands[k], adjoint, operator.slope(k, xs, y).primal());
      }
    }
  }

  private void add(int node, double adjoint, double partial) {
    if (partial != 0) {
      adjoints[node] += adjoint * partial;
    }
  }
}
