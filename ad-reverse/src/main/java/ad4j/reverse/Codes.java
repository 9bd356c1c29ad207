package ad4j.reverse;

import ad4j.error.AdException;
import ad4j.op.BinaryOperator;
import ad4j.op.Operator;
import ad4j.op.Rule.Form;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The operators of one tape, each with a code that tells how it is swept: numbers are written
 * faster than references, which the garbage collector wants to know of. Codes are found by the
 * operator's {@linkplain ad4j.op.Facts#number() number}, which the JIT compiler knows where it
 * knows the operator.
 */
final class Codes {
  static final int SUM = 1;
  static final int DIFFERENCE = 2;
  static final int PRODUCT = 3;
  static final int OTHER = 4;

  private static final int KIND_BITS = 3;

  /** More numbers than are taken before scripts and such declare operators as they go. */
  static final int NUMBERED = 1024;

  private final int[] table = new int[NUMBERED];

  private @Nullable Operator[] operators = new @Nullable Operator[16];
  private int size;

  /** The code of the operator with each number, or 0: for who would look first. */
  int[] table() {
    return table;
  }

  /** The code of an operator that is not in the table: which it is, and how it is swept. */
  int learned(Operator operator) {
    int number = operator.facts().number();
    boolean repeated = size > 0 && operators[size - 1] == operator;
    if (!repeated) {
      if (size == operators.length) {
        operators = Arrays.copyOf(operators, Storage.grown(size, Integer.MAX_VALUE >> KIND_BITS));
      }
      operators[size++] = operator;
    }
    int code = ((size - 1) << KIND_BITS) | kind(operator);
    if (number < table.length) {
      table[number] = code;
    }
    return code;
  }

  private static int kind(Operator operator) {
    try {
      return operator instanceof BinaryOperator binary ? kind(binary) : OTHER;
    } catch (AdException e) {
      return OTHER; // its rule is broken: whoever needs it will hear
    }
  }

  private static int kind(BinaryOperator operator) {
    if (operator.byFirst().is(1)) {
      return operator.bySecond().is(1) ? SUM : operator.bySecond().is(-1) ? DIFFERENCE : OTHER;
    }
    boolean crossed =
        operator.byFirst().form() == Form.SECOND && operator.bySecond().form() == Form.FIRST;
    return crossed ? PRODUCT : OTHER;
  }

  /** How the operator with this code is swept. */
  static int kind(int code) {
    return code & ((1 << KIND_BITS) - 1);
  }

  /** The operator with this code. */
  Operator operator(int code) {
    return Objects.requireNonNull(operators[code >> KIND_BITS]);
  }

  /** Forgets all operators, which may hold on to much. */
  void clear() {
    for (int k = 0; k < size; k++) {
      int number = Objects.requireNonNull(operators[k]).facts().number();
      if (number < table.length) {
        table[number] = 0;
      }
      operators[k] = null;
    }
    size = 0;
  }
}
