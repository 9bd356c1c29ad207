package ad4j.ops;

import static ad4j.op.Domain.above;
import static ad4j.op.Domain.between;
import static ad4j.op.Operator.binary;
import static ad4j.op.Operator.unary;
import static ad4j.op.Real.constant;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

import ad4j.op.BinaryOperator;
import ad4j.op.Domain;
import ad4j.op.Operator;
import ad4j.op.UnaryOperator;
import java.util.List;

/**
 * Exponentials and logarithms.
 *
 * <p>A logarithm's slope takes {@code x + 0} for {@code x}: at -0 it is then the limit from the
 * right, Infinity, as at 0.
 */
final class Exponential {
  private static final double LN2 = 0.6931471805599453;
  private static final double LN10 = 2.302585092994046;
  private static final double LOG2_E = 1.4426950408889634;

  static final UnaryOperator EXP =
      unary("exp").value(Math::exp).slope((x, y) -> y).doc("e to the power x.");

  static final UnaryOperator EXPM1 =
      unary("expm1")
          .value(Math::expm1)
          .slope((x, y) -> EXP.of(x)) // not y + 1, which cancels for negative x
          .doc("exp(x) - 1, accurate near zero.");

  static final UnaryOperator EXP2 =
      unary("exp2")
          .value(x -> Math.pow(2, x))
          .slope((x, y) -> y.times(LN2))
          .doc("2 to the power x.");

  static final UnaryOperator LOG =
      unary("log")
          .value(Math::log)
          .slope((x, y) -> x.plus(0).reciprocal())
          .domain(above(0))
          .edge(0, NEGATIVE_INFINITY, POSITIVE_INFINITY)
          .doc("Natural logarithm.");

  /**
   * The exemplar of a declaration: one labelled line a fact, in this order. Its name; its value, a
   * method on doubles, by reference where there is one; its slope, from the argument x and the
   * result y, in operations of {@link ad4j.op.Real} and in a form that does not cancel; where it
   * gives a number; what it gives at special points (argument, value, slope); what it is, in words.
   */
  static final UnaryOperator LOG1P =
      unary("log1p")
          .value(Math::log1p)
          .slope((x, y) -> x.plus(constant(1)).reciprocal())
          .domain(above(-1))
          .edge(-1, NEGATIVE_INFINITY, POSITIVE_INFINITY)
          .doc("Natural logarithm of 1 + x, accurate near zero.");

  static final UnaryOperator LOG2 =
      unary("log2")
          .value(Exponential::log2)
          .slope((x, y) -> x.plus(0).times(LN2).reciprocal())
          .domain(above(0))
          .edge(0, NEGATIVE_INFINITY, POSITIVE_INFINITY)
          .doc("Logarithm to base 2, exact at powers of 2.");

  static final UnaryOperator LOG10 =
      unary("log10")
          .value(Math::log10)
          .slope((x, y) -> x.plus(0).times(LN10).reciprocal())
          .domain(above(0))
          .edge(0, NEGATIVE_INFINITY, POSITIVE_INFINITY)
          .doc("Logarithm to base 10.");

  private static final UnaryOperator LOGIT_SLOPE =
      unary("logit'")
          .value(x -> 1 / (x * (1 - x)))
          .slope((x, y) -> x.times(2).minus(1).times(y.square()))
          .domain(between(0, 1))
          .doc("1 / (x (1 - x)), the slope of logit.");

  static final UnaryOperator LOGIT =
      unary("logit")
          .value(Exponential::logit)
          .slope((x, y) -> LOGIT_SLOPE.of(x.plus(0)))
          .domain(between(0, 1))
          .edge(0, NEGATIVE_INFINITY, POSITIVE_INFINITY)
          .edge(1, POSITIVE_INFINITY, POSITIVE_INFINITY)
          .doc("Logarithm of the odds x / (1 - x), the inverse of sigmoid.");

  static final BinaryOperator XLOGY =
      binary("xlogy")
          .value((x, y) -> x == 0 && !Double.isNaN(y) ? 0 : x * Math.log(y))
          .slopes((x, y, z) -> LOG.of(y), (x, y, z) -> x.chain(y.plus(0).reciprocal()))
          .domain(Domain.ALL, above(0))
          .edge(0, 0, 0, NEGATIVE_INFINITY, 0)
          .doc("x log(y), and 0 where x is 0.");

  private Exponential() {}

  static List<Operator> operators() {
    return List.of(EXP, EXPM1, EXP2, LOG, LOG1P, LOG2, LOG10, LOGIT, XLOGY);
  }

  /** Splits off the exponent, so that powers of 2 are exact and values near 1 keep all digits. */
  private static double log2(double x) {
    if (!(x >= Double.MIN_NORMAL) || x == POSITIVE_INFINITY) {
      return x > 0 && x < 1 ? log2(x * 0x1p54) - 54 : Math.log(x);
    }
    int exponent = Math.getExponent(x * Math.sqrt(2));
    return exponent + Math.log(Math.scalb(x, -exponent)) * LOG2_E;
  }

  /** Near 1/2, where the odds are near 1, by their exact distance from it. */
  private static double logit(double x) {
    return x > 0.25 && x < 0.75 ? Math.log1p((2 * x - 1) / (1 - x)) : Math.log(x / (1 - x));
  }
}
