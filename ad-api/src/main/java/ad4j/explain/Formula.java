package ad4j.explain;

import ad4j.op.Operator;
import java.util.List;

/** A formula in names and numbers. */
sealed interface Formula {
  /** A name. */
  record Name(String text) implements Formula {}

  /** A number. */
  record Numeral(double value) implements Formula {
    boolean is(double other) {
      return value == other;
    }
  }

  /** An operator applied to formulas. */
  record Apply(Operator operator, List<Formula> operands) implements Formula {
    public Apply {
      operands = List.copyOf(operands);
    }

    Sign sign() {
      return Sign.of(operator);
    }

    Formula first() {
      return operands.getFirst();
    }

    Formula last() {
      return operands.getLast();
    }
  }

  /** Whether this is that arithmetic operation. */
  default boolean is(Sign sign) {
    return this instanceof Apply apply && apply.sign() == sign;
  }
}
