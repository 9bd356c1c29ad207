package ad4j.reverse;

import ad4j.op.BinaryOperator;
import ad4j.op.NaryOperator;
import ad4j.op.Operator;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;
import java.util.Arrays;

/**
 * The way back over a tape: one adjoint a node, no object an operation. An adjoint or a partial
 * that is exactly 0 contributes nothing, whatever the other factor is.
 */
final class Sweep {
  private final Tape tape;
  private final Codes codes;
  private final double[] adjoints;

  Sweep(Tape tape) {
    this.tape = tape;
    codes = tape.codes();
    adjoints = tape.takeAdjoints();
  }

  double[] adjoints(int[] outputs, double[] weights) {
    for (int i = 0; i < outputs.length; i++) {
      if (outputs[i] >= 0) {
        adjoints[outputs[i]] += weights[i];
      }
    }
    int i = tape.size();
    while ((i = sweep(tape.words(), adjoints, i, tape.inputCount())) >= tape.inputCount()) {
      double adjoint = adjoints[i];
      adjoints[i] = 0;
      pull(codes.operator(tape.code(i)), i, tape.first(i), tape.second(i), adjoint);
    }
    double[] found = Arrays.copyOf(adjoints, tape.inputCount());
    Arrays.fill(adjoints, 0, found.length, 0);
    tape.giveAdjoints(adjoints);
    return found;
  }

  /**
   * Sweeps what most tapes are full of, for which no call is needed, from before node {@code end}
   * down to {@code begin}, or to the first node that is something else, which it returns. What was
   * swept is 0 again, so that the next sweep need not clear it.
   */
  private static int sweep(long[] words, double[] adjoints, int end, int begin) {
    int i = end - 1;
    for (; i >= begin; i--) {
      double adjoint = adjoints[i];
      if (adjoint == 0) {
        adjoints[i] = 0; // it may be negative
        continue;
      }
      int a = Tape.first(words, i);
      int b = Tape.second(words, i);
      switch (Codes.kind(Tape.code(words, i))) {
        case Codes.SUM -> {
          add(adjoints, a, adjoint);
          add(adjoints, b, adjoint);
        }
        case Codes.DIFFERENCE -> {
          add(adjoints, a, adjoint);
          add(adjoints, b, -adjoint);
        }
        case Codes.PRODUCT -> {
          double x = Tape.operandValue(words, i, a);
          add(adjoints, a, adjoint, Tape.operandValue(words, i, b));
          add(adjoints, b, adjoint, x);
        }
        default -> {
          return i;
        }
      }
      adjoints[i] = 0;
    }
    return i;
  }

  private void pull(Operator operator, int i, int a, int b, double adjoint) {
    if (operator instanceof BinaryOperator binary) {
      pull(binary, i, a, b, adjoint);
    } else if (operator instanceof UnaryOperator unary) {
      add(adjoints, a, adjoint, unary.partial(tape.value(a), tape.value(i)));
    } else if (operator instanceof NaryOperator nary) {
      pull(nary, i, adjoint);
    }
  }

  private void pull(BinaryOperator operator, int i, int a, int b, double adjoint) {
    double x = tape.operandValue(i, a);
    double y = tape.operandValue(i, b);
    double z = tape.value(i);
    if (a >= 0) {
      add(adjoints, a, adjoint, operator.firstPartial(x, y, z));
    }
    if (b >= 0) {
      add(adjoints, b, adjoint, operator.secondPartial(x, y, z));
    }
  }

  private void pull(NaryOperator operator, int i, double adjoint) {
    int[] operands = tape.operands(i);
    Real[] xs = Real.constants(tape.operandValues(i));
    Real y = Real.constant(tape.value(i));
    for (int k = 0; k < operands.length; k++) {
      if (operands[k] >= 0) {
        add(adjoints, operands[k], adjoint, operator.slope(k, xs, y).primal());
      }
    }
  }

  private static void add(double[] adjoints, int node, double adjoint, double partial) {
    if (node >= 0 && partial != 0) {
      adjoints[node] += adjoint * partial;
    }
  }

  private static void add(double[] adjoints, int node, double contribution) {
    if (node >= 0) {
      adjoints[node] += contribution;
    }
  }
}
