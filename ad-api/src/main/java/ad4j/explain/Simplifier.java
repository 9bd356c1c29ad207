package ad4j.explain;

import ad4j.explain.Formula.Apply;
import ad4j.explain.Formula.Numeral;
import ad4j.op.Operator;
import java.util.List;

/** Leaves out of a formula what does not help its reader: factors 1, terms 0, double negatives. */
final class Simplifier {
  private Simplifier() {}

  static Formula apply(Operator operator, List<Formula> operands) {
    Apply plain = new Apply(operator, operands);
    Formula a = plain.first();
    Formula b = plain.last();
    return switch (plain.sign()) {
      case SUM -> isNumber(b, 0) ? a : isNumber(a, 0) ? b : plain;
      case DIFFERENCE -> isNumber(b, 0) ? a : plain;
      case PRODUCT -> product(plain, a, b);
      case QUOTIENT, POWER -> isNumber(b, 1) ? a : plain;
      case NEGATIVE -> a.is(Sign.NEGATIVE) ? operand(a) : plain;
      case RECIPROCAL -> a.is(Sign.RECIPROCAL) ? operand(a) : plain;
      case SQUARE, FUNCTION -> plain;
    };
  }

  private static Formula product(Apply plain, Formula a, Formula b) {
    if (isNumber(a, 1)) {
      return b;
    }
    if (isNumber(b, 1)) {
      return a;
    }
    boolean numberLast = b instanceof Numeral && !(a instanceof Numeral);
    return numberLast ? new Apply(plain.operator(), List.of(b, a)) : plain;
  }

  private static boolean isNumber(Formula formula, double value) {
    return formula instanceof Numeral number && number.is(value);
  }

  private static Formula operand(Formula formula) {
    return ((Apply) formula).first();
  }
}
