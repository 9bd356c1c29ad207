package ad4j.ops;

import static ad4j.op.Operator.binary;
import static ad4j.op.Operator.unary;
import static java.lang.Double.NEGATIVE_INFINITY;

import ad4j.op.BinaryOperator;
import ad4j.op.Operator;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;
import java.util.List;

/**
 * Smooth steps and ramps, in forms that keep all digits in the tails. Where the tail is a product
 * of Infinity and 0, {@link ad4j.op.Real#chain} takes the limit, 0.
 */
final class Activations {
  private static final double LN2 = 0.6931471805599453;

  static final UnaryOperator SIGMOID =
      unary("sigmoid")
          .value(Activations::sigmoid)
          .slope((x, y) -> density(x))
          .doc("1 / (1 + exp(-x)), the logistic function.");

  static final UnaryOperator SOFTPLUS =
      unary("softplus")
          .value(Activations::softplus)
          .slope((x, y) -> SIGMOID.of(x))
          .doc("log(1 + exp(x)), without overflow.");

  static final UnaryOperator LOGSIGMOID =
      unary("logsigmoid")
          .value(x -> -softplus(-x))
          .slope((x, y) -> SIGMOID.of(x.negate()))
          .doc("log(sigmoid(x)), without underflow.");

  static final UnaryOperator SILU =
      unary("silu")
          .value(x -> x == NEGATIVE_INFINITY ? -0.0 : x * sigmoid(x))
          .slope((x, y) -> SIGMOID.of(x).plus(density(x).chain(x)))
          .doc("x sigmoid(x), also called swish.");

  private static final BinaryOperator SOFT_SHARE =
      binary("logaddexp'")
          .value((x, y) -> x == y ? 0.5 : sigmoid(x - y))
          .slopes(
              (x, y, z) -> z.times(Activations.SOFT_SHARE.of(y, x)),
              (x, y, z) -> z.times(Activations.SOFT_SHARE.of(y, x)).negate())
          .doc("sigmoid(x - y), a half where x = y: a partial of logaddexp.");

  static final BinaryOperator LOGADDEXP =
      binary("logaddexp")
          .value(Activations::logaddexp)
          .slopes((x, y, z) -> SOFT_SHARE.of(x, y), (x, y, z) -> SOFT_SHARE.of(y, x))
          .edge(NEGATIVE_INFINITY, NEGATIVE_INFINITY, NEGATIVE_INFINITY, 0.5, 0.5)
          .doc("log(exp(x) + exp(y)), without overflow.");

  private Activations() {}

  static List<Operator> operators() {
    return List.of(SIGMOID, SOFTPLUS, LOGSIGMOID, SILU, LOGADDEXP);
  }

  /** sech(x/2)^2 / 4; equal to sigmoid(x) sigmoid(-x), whose second derivative cancels near 0. */
  private static Real density(Real x) {
    return Hyperbolic.SECH.of(x.times(0.5)).square().times(0.25);
  }

  private static double sigmoid(double x) {
    double e = Math.exp(-Math.abs(x));
    return (x < 0 ? e : 1) / (1 + e);
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  private static double logaddexp(double x, double y) {
    return x == y ? x + LN2 : Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)));
  }
}
