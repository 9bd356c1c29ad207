package ad4j.ops;

import static ad4j.op.Domain.within;
import static ad4j.op.Operator.unary;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

import ad4j.op.Operator;
import ad4j.op.UnaryOperator;
import java.util.List;

/** Functions of an angle in radians, and their inverses. */
final class Trigonometric {
  static final UnaryOperator SIN =
      unary("sin").value(Math::sin).slope((x, y) -> Trigonometric.COS.of(x)).doc("Sine.");

  static final UnaryOperator COS =
      unary("cos").value(Math::cos).slope((x, y) -> SIN.of(x).negate()).doc("Cosine.");

  static final UnaryOperator TAN =
      unary("tan").value(Math::tan).slope((x, y) -> y.square().plus(1)).doc("Tangent.");

  private static final UnaryOperator ASIN_SLOPE =
      unary("asin'")
          .value(x -> 1 / Math.sqrt((1 - x) * (1 + x)))
          .slope((x, y) -> x.times(y).times(y.square()))
          .domain(within(-1, 1))
          .doc("1 / sqrt(1 - x^2), the slope of asin.");

  static final UnaryOperator ASIN =
      unary("asin")
          .value(Math::asin)
          .slope((x, y) -> ASIN_SLOPE.of(x))
          .domain(within(-1, 1))
          .edge(-1, -Math.PI / 2, POSITIVE_INFINITY)
          .edge(1, Math.PI / 2, POSITIVE_INFINITY)
          .doc("Inverse sine.");

  static final UnaryOperator ACOS =
      unary("acos")
          .value(Math::acos)
          .slope((x, y) -> ASIN_SLOPE.of(x).negate())
          .domain(within(-1, 1))
          .edge(-1, Math.PI, NEGATIVE_INFINITY)
          .edge(1, 0, NEGATIVE_INFINITY)
          .doc("Inverse cosine.");

  static final UnaryOperator ATAN =
      unary("atan")
          .value(Math::atan)
          .slope((x, y) -> x.square().plus(1).reciprocal())
          .doc("Inverse tangent.");

  private Trigonometric() {}

  static List<Operator> operators() {
    return List.of(SIN, COS, TAN, ASIN, ACOS, ATAN);
  }
}
