package ad4j.explain;

import ad4j.op.Operator;
import ad4j.op.Real;
import java.util.HashMap;
import java.util.Map;

/** How an operator is written. */
enum Sign {
  /** {@code a + b}. */
  SUM,
  /** {@code a - b}. */
  DIFFERENCE,
  /** {@code a * b}. */
  PRODUCT,
  /** {@code a / b}. */
  QUOTIENT,
  /** {@code -a}. */
  NEGATIVE,
  /** {@code 1 / a}. */
  RECIPROCAL,
  /** {@code a^2}. */
  SQUARE,
  /** {@code a^b}. */
  POWER,
  /** {@code name(a, b)}. */
  FUNCTION;

  private static final Map<Operator, Sign> ARITHMETIC = arithmetic();

  static Sign of(Operator operator) {
    Sign known = ARITHMETIC.get(operator);
    return known != null ? known : operator.name().equals("pow") ? POWER : FUNCTION;
  }

  /** The operators of {@link Real}'s own methods, found by what those apply. */
  private static Map<Operator, Sign> arithmetic() {
    Real x = new FormulaReal(new Formula.Name("x"), Formula.Apply::new);
    Map<Operator, Sign> signs = new HashMap<>();
    signs.put(operator(x.plus(x)), SUM);
    signs.put(operator(x.minus(x)), DIFFERENCE);
    signs.put(operator(x.times(x)), PRODUCT);
    signs.put(operator(x.chain(x)), PRODUCT);
    signs.put(operator(x.dividedBy(x)), QUOTIENT);
    signs.put(operator(x.negate()), NEGATIVE);
    signs.put(operator(x.reciprocal()), RECIPROCAL);
    signs.put(operator(x.square()), SQUARE);
    return Map.copyOf(signs);
  }

  private static Operator operator(Real applied) {
    if (FormulaReal.formula(applied) instanceof Formula.Apply apply) {
      return apply.operator();
    }
    throw new IllegalStateException("a real's method applies no operator");
  }
}
