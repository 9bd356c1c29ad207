package ad4j.ops;

import static ad4j.op.Domain.atLeast;
import static ad4j.op.Domain.between;
import static ad4j.op.Operator.binary;
import static ad4j.op.Operator.unary;
import static ad4j.op.Real.constant;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

import ad4j.op.BinaryOperator;
import ad4j.op.Operator;
import ad4j.op.UnaryOperator;
import java.util.List;

/**
 * Hyperbolic functions and their inverses. Java has no inverse ones: those here are the forms of
 * fdlibm ({@code s_asinh.c}, {@code e_acosh.c}, {@code e_atanh.c}), which keep all digits near 0
 * and 1 and do not overflow.
 */
final class Hyperbolic {
  private static final double LN2 = 0.6931471805599453;

  static final UnaryOperator SINH =
      unary("sinh")
          .value(Math::sinh)
          .slope((x, y) -> Hyperbolic.COSH.of(x))
          .doc("Hyperbolic sine.");

  static final UnaryOperator COSH =
      unary("cosh").value(Math::cosh).slope((x, y) -> SINH.of(x)).doc("Hyperbolic cosine.");

  static final UnaryOperator SECH =
      unary("sech")
          .value(Hyperbolic::sech)
          .slope((x, y) -> y.times(Hyperbolic.TANH.of(x)).negate())
          .doc("Hyperbolic secant, 1 / cosh(x).");

  private static final BinaryOperator TANH_SLOPE =
      binary("tanh'")
          .value(Hyperbolic::tanhSlope)
          .slopes((x, y, z) -> y.times(z).times(-2), (x, y, z) -> constant(0))
          .doc("The slope of tanh at x, where tanh(x) is y: 1 - y^2, or in the tails sech(x)^2.");

  static final UnaryOperator TANH =
      unary("tanh")
          .value(Math::tanh)
          .slope((x, y) -> TANH_SLOPE.of(x, y))
          .doc("Hyperbolic tangent.");

  private static final UnaryOperator ASINH_SLOPE =
      unary("asinh'")
          .value(x -> Math.abs(x) < 1e8 ? 1 / Math.sqrt(1 + x * x) : 1 / Math.abs(x))
          .slope((x, y) -> x.times(y).times(y.square()).negate())
          .doc("1 / sqrt(1 + x^2), the slope of asinh.");

  static final UnaryOperator ASINH =
      unary("asinh")
          .value(Hyperbolic::asinh)
          .slope((x, y) -> ASINH_SLOPE.of(x))
          .doc("Inverse hyperbolic sine.");

  private static final UnaryOperator ACOSH_SLOPE =
      unary("acosh'")
          .value(x -> 1 / (Math.sqrt(x - 1) * Math.sqrt(x + 1)))
          .slope((x, y) -> x.times(y).times(y.square()).negate())
          .domain(atLeast(1))
          .doc("1 / sqrt(x^2 - 1), the slope of acosh.");

  static final UnaryOperator ACOSH =
      unary("acosh")
          .value(Hyperbolic::acosh)
          .slope((x, y) -> ACOSH_SLOPE.of(x))
          .domain(atLeast(1))
          .edge(1, 0, POSITIVE_INFINITY)
          .doc("Inverse hyperbolic cosine.");

  private static final UnaryOperator ATANH_SLOPE =
      unary("atanh'")
          .value(x -> 1 / ((1 - x) * (1 + x)))
          .slope((x, y) -> x.times(2).times(y.square()))
          .domain(between(-1, 1))
          .doc("1 / (1 - x^2), the slope of atanh.");

  static final UnaryOperator ATANH =
      unary("atanh")
          .value(Hyperbolic::atanh)
          .slope((x, y) -> ATANH_SLOPE.of(x))
          .domain(between(-1, 1))
          .edge(-1, NEGATIVE_INFINITY, POSITIVE_INFINITY)
          .edge(1, POSITIVE_INFINITY, POSITIVE_INFINITY)
          .doc("Inverse hyperbolic tangent.");

  private Hyperbolic() {}

  static List<Operator> operators() {
    return List.of(SINH, COSH, SECH, TANH, ASINH, ACOSH, ATANH);
  }

  /** 1 - y^2 cancels where y is near 1 or -1; elsewhere it spares an exponential. */
  private static double tanhSlope(double x, double y) {
    double square = y * y;
    if (square < 0.5) {
      return 1 - square;
    }
    double sech = sech(x);
    return sech * sech;
  }

  private static double sech(double x) {
    double e = Math.exp(-Math.abs(x));
    return 2 * e / (1 + e * e);
  }

  private static double asinh(double x) {
    double a = Math.abs(x);
    double value;
    if (a > 0x1p28) {
      value = Math.log(a) + LN2;
    } else if (a > 2) {
      value = Math.log(2 * a + 1 / (Math.sqrt(a * a + 1) + a));
    } else {
      value = Math.log1p(a + a * a / (1 + Math.sqrt(1 + a * a)));
    }
    return Math.copySign(value, x);
  }

  private static double acosh(double x) {
    if (x > 0x1p28) {
      return Math.log(x) + LN2;
    }
    if (x > 2) {
      return Math.log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
    }
    double t = x - 1;
    return Math.log1p(t + Math.sqrt(2 * t + t * t));
  }

  private static double atanh(double x) {
    double a = Math.abs(x);
    double t = a + a;
    double value = 0.5 * Math.log1p(a < 0.5 ? t + t * a / (1 - a) : t / (1 - a));
    return Math.copySign(value, x);
  }
}
