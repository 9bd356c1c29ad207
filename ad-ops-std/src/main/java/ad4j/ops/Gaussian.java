package ad4j.ops;

import static ad4j.op.Domain.between;
import static ad4j.op.Operator.unary;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

import ad4j.op.Operator;
import ad4j.op.UnaryOperator;
import java.util.List;
import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErf;
import org.apache.commons.numbers.gamma.InverseErfc;

/**
 * The error function, the normal distribution, and what is made of them. The values of erf, erfc
 * and their inverses are those of Apache Commons Numbers (Boost's approximations), within 3e-16.
 */
final class Gaussian {
  private static final double SQRT_HALF = 0.7071067811865476;
  private static final double SQRT_HALF_REST = -4.833646656726457e-17;
  private static final double SQRT_2 = 1.4142135623730951;
  private static final double SQRT_2_PI = 2.5066282746310002;
  private static final double TWO_OVER_SQRT_PI = 1.1283791670955126;
  private static final double SQRT_PI_OVER_2 = 0.886226925452758;

  private static final UnaryOperator BELL =
      unary("erf'")
          .value(x -> TWO_OVER_SQRT_PI * expOfMinusSquare(x, 1))
          .slope((x, y) -> y.chain(x.times(-2)))
          .doc("2 exp(-x^2) / sqrt(pi), the slope of erf.");

  static final UnaryOperator ERF =
      unary("erf").value(Erf::value).slope((x, y) -> BELL.of(x)).doc("Error function.");

  static final UnaryOperator ERFC =
      unary("erfc")
          .value(Erfc::value)
          .slope((x, y) -> BELL.of(x).negate())
          .doc("1 - erf(x), accurate for large x.");

  static final UnaryOperator ERFINV =
      unary("erfinv")
          .value(x -> Math.abs(x) <= 1 ? InverseErf.value(x) : Double.NaN)
          .slope((x, y) -> Exponential.EXP.of(y.square()).times(SQRT_PI_OVER_2))
          .domain(between(-1, 1))
          .edge(-1, NEGATIVE_INFINITY, POSITIVE_INFINITY)
          .edge(1, POSITIVE_INFINITY, POSITIVE_INFINITY)
          .doc("The inverse of erf.");

  static final UnaryOperator ERFCINV =
      unary("erfcinv")
          .value(x -> x >= 0 && x <= 2 ? InverseErfc.value(x) : Double.NaN)
          .slope((x, y) -> Exponential.EXP.of(y.square()).times(-SQRT_PI_OVER_2))
          .domain(between(0, 2))
          .edge(0, POSITIVE_INFINITY, NEGATIVE_INFINITY)
          .edge(2, NEGATIVE_INFINITY, NEGATIVE_INFINITY)
          .doc("The inverse of erfc.");

  static final UnaryOperator NORMPDF =
      unary("normpdf")
          .value(x -> expOfMinusSquare(x, 0.5) / SQRT_2_PI)
          .slope((x, y) -> y.chain(x.negate()))
          .doc("Density of the standard normal distribution.");

  static final UnaryOperator NORMCDF =
      unary("normcdf")
          .value(Gaussian::normcdf)
          .slope((x, y) -> NORMPDF.of(x))
          .doc("Distribution function of the standard normal distribution.");

  static final UnaryOperator NORMINV =
      unary("norminv")
          .value(p -> -SQRT_2 * ERFCINV.value(2 * p))
          .slope((p, y) -> Exponential.EXP.of(y.square().times(0.5)).times(SQRT_2_PI))
          .domain(between(0, 1))
          .edge(0, NEGATIVE_INFINITY, POSITIVE_INFINITY)
          .edge(1, POSITIVE_INFINITY, POSITIVE_INFINITY)
          .doc("The inverse of normcdf, also called probit.");

  static final UnaryOperator GELU =
      unary("gelu")
          .value(x -> x == NEGATIVE_INFINITY ? -0.0 : x * normcdf(x))
          .slope((x, y) -> NORMCDF.of(x).plus(NORMPDF.of(x).chain(x)))
          .doc("x normcdf(x), the Gaussian error linear unit.");

  private Gaussian() {}

  static List<Operator> operators() {
    return List.of(ERF, ERFC, ERFINV, ERFCINV, NORMPDF, NORMCDF, NORMINV, GELU);
  }

  /** exp(-scale x^2), with the rounding error of the square put back. */
  private static double expOfMinusSquare(double x, double scale) {
    double square = x * x;
    double value = Math.exp(-scale * square);
    return value == 0 ? 0 : value - value * scale * Math.fma(x, x, -square);
  }

  /**
   * By way of erfc. In the lower tail the rounding error of x / sqrt(2) is put back, by the leading
   * term of the slope of log(erfc) there (DLMF 7.12.1).
   */
  private static double normcdf(double x) {
    double z = -x * SQRT_HALF;
    double value = 0.5 * Erfc.value(z);
    if (z < 1 || value == 0) {
      return value;
    }
    double rest = -x * SQRT_HALF_REST + Math.fma(-x, SQRT_HALF, -z);
    return value - value * 2 * z * rest;
  }
}
