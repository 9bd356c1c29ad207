package ad4j.testkit;

import static ad4j.op.Operator.unary;
import static ad4j.op.Operator.variadic;
import static ad4j.op.Real.constant;

import ad4j.op.NaryOperator;
import ad4j.op.UnaryOperator;
import java.util.Arrays;

/** A few operators of the kit's own, so that an engine is tested whatever else is installed. */
final class Elementary {
  static final UnaryOperator SIN =
      unary("kitSin").value(Math::sin).slope((x, y) -> Elementary.COS.of(x)).doc("Sine.");

  static final UnaryOperator COS =
      unary("kitCos").value(Math::cos).slope((x, y) -> SIN.of(x).negate()).doc("Cosine.");

  static final UnaryOperator EXP =
      unary("kitExp").value(Math::exp).slope((x, y) -> y).doc("Exponential.");

  static final UnaryOperator LOG =
      unary("kitLog").value(Math::log).slope((x, y) -> x.reciprocal()).doc("Logarithm.");

  static final UnaryOperator SQRT =
      unary("kitSqrt")
          .value(Math::sqrt)
          .slope((x, y) -> y.times(2).reciprocal())
          .doc("Square root.");

  static final UnaryOperator RAMP =
      unary("kitRamp")
          .value(x -> Math.max(x, 0))
          .slope((x, y) -> Elementary.STEP.of(x))
          .kink(0)
          .doc("max(0, x).");

  static final UnaryOperator STEP =
      unary("kitStep")
          .value(x -> x > 0 ? 1 : x < 0 ? 0 : 0.5)
          .slope((x, y) -> constant(0))
          .kink(0)
          .doc("The slope of max(0, x).");

  static final NaryOperator SQUARES =
      variadic("kitSquares")
          .value(xs -> Arrays.stream(xs).map(x -> x * x).sum())
          .slope((i, xs, y) -> xs[i].times(2))
          .doc("Sum of squares.");

  private Elementary() {}
}
