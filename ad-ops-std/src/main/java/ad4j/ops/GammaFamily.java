package ad4j.ops;

import static ad4j.op.Operator.binary;
import static ad4j.op.Operator.unary;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

import ad4j.op.BinaryOperator;
import ad4j.op.Domain;
import ad4j.op.Operator;
import ad4j.op.UnaryOperator;
import java.util.List;
import org.apache.commons.numbers.gamma.Beta;
import org.apache.commons.numbers.gamma.Gamma;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The gamma and beta functions; their slopes are {@link Polygamma}'s. The values of gamma, lgamma,
 * beta and lbeta are those of Apache Commons Numbers (Boost's and NSWC's approximations), within
 * 1e-15, beta within 1e-14.
 */
final class GammaFamily {
  static final UnaryOperator GAMMA =
      unary("gamma")
          .value(x -> x == 0 ? 1 / x : Gamma.value(x))
          .slope((x, y) -> y.times(Polygamma.DIGAMMA.of(x)))
          .edge(0, POSITIVE_INFINITY, NEGATIVE_INFINITY)
          .doc("Gamma function; a pole at 0 and the negative integers.");

  static final UnaryOperator LGAMMA =
      unary("lgamma")
          .value(x -> Polygamma.pole(x) ? POSITIVE_INFINITY : LogGamma.value(x))
          .slope((x, y) -> Polygamma.DIGAMMA.of(x))
          .edge(0, POSITIVE_INFINITY, NEGATIVE_INFINITY)
          .doc("Natural logarithm of the absolute value of gamma.");

  static final BinaryOperator LBETA =
      binary("lbeta")
          .value(LogBeta::value)
          .slopes(
              (x, y, z) -> PolygammaDifference.ORDERS.at(0).of(x, y),
              (x, y, z) -> PolygammaDifference.ORDERS.at(0).of(y, x))
          .domain(Domain.above(0), Domain.above(0))
          .doc("Natural logarithm of the beta function.");

  static final BinaryOperator BETA =
      binary("beta")
          .value(Beta::value)
          .slopes(
              (x, y, z) -> z.times(PolygammaDifference.ORDERS.at(0).of(x, y)),
              (x, y, z) -> z.times(PolygammaDifference.ORDERS.at(0).of(y, x)))
          .domain(Domain.above(0), Domain.above(0))
          .doc("Beta function, gamma(x) gamma(y) / gamma(x + y).");

  private GammaFamily() {}

  static List<Operator> operators() {
    return List.of(GAMMA, LGAMMA, Polygamma.DIGAMMA, Polygamma.TRIGAMMA, LBETA, BETA);
  }
}
