package ad4j.ops;

import static ad4j.op.Operator.binary;
import static ad4j.op.Operator.unary;
import static ad4j.op.Real.constant;

import ad4j.op.BinaryOperator;
import ad4j.op.Kink;
import ad4j.op.Operator;
import ad4j.op.UnaryOperator;
import java.util.List;

/**
 * Rounding to integers, which is flat between its jumps; rounding to shorter formats, which is
 * differentiated as the identity that it approximates; the remainder.
 */
final class Rounding {
  /** The slope is by convention, whatever the argument. */
  private static final Kink EVERYWHERE = new Kink("everywhere: by convention", xs -> true);

  private static final Kink AT_INTEGERS =
      new Kink("x is an integer", xs -> xs[0] == Math.rint(xs[0]));

  static final UnaryOperator FLOOR =
      unary("floor")
          .value(Math::floor)
          .slope((x, y) -> constant(0))
          .edge(2, 2, 0)
          .kink(AT_INTEGERS)
          .doc("The greatest integer that is not above x; slope 0.");

  static final UnaryOperator CEIL =
      unary("ceil")
          .value(Math::ceil)
          .slope((x, y) -> constant(0))
          .edge(2, 2, 0)
          .kink(AT_INTEGERS)
          .doc("The least integer that is not below x; slope 0.");

  static final UnaryOperator TRUNC =
      unary("trunc")
          .value(x -> x < 0 ? Math.ceil(x) : Math.floor(x))
          .slope((x, y) -> constant(0))
          .edge(2, 2, 0)
          .kink(new Kink("x is an integer other than 0", xs -> xs[0] != 0 && integer(xs[0])))
          .doc("x without its fraction; slope 0.");

  static final UnaryOperator ROUND =
      unary("round")
          .value(Rounding::round)
          .slope((x, y) -> constant(0))
          .edge(2.5, 3, 0)
          .kink(new Kink("x + 1/2 is an integer", xs -> !integer(xs[0]) && integer(2 * xs[0])))
          .doc("The nearest integer, halves up; slope 0.");

  static final UnaryOperator FROUND =
      unary("fround")
          .value(x -> (double) (float) x)
          .slope((x, y) -> constant(1))
          .doc("x rounded to 32 bits; slope 1, that of the identity.");

  static final UnaryOperator F16ROUND =
      unary("f16round")
          .value(Rounding::toHalfPrecision)
          .slope((x, y) -> constant(1))
          .kink(EVERYWHERE)
          .doc("x rounded to 16 bits; slope 1, that of the identity.");

  static final UnaryOperator STOP_GRADIENT =
      unary("stopGradient")
          .value(x -> x)
          .slope((x, y) -> constant(0))
          .kink(EVERYWHERE)
          .doc("x, taken as a constant: slope 0.");

  static final BinaryOperator REM =
      binary("rem")
          .value((x, y) -> x % y)
          .slopes(
              (x, y, z) -> constant(1),
              (x, y, z) -> ROUND.of(x.minus(z).dividedBy(y)).negate()) // the quotient, truncated
          .edge(7, 3, 1, 1, -2)
          .edge(-7, 3, -1, 1, 2)
          .kink(
              new Kink("x is a multiple of y other than 0", xs -> xs[0] != 0 && xs[0] % xs[1] == 0))
          .doc("Remainder of x / y, with the sign of x: JavaScript's and Java's %.");

  private Rounding() {}

  static List<Operator> operators() {
    return List.of(FLOOR, CEIL, TRUNC, ROUND, FROUND, F16ROUND, STOP_GRADIENT, REM);
  }

  private static boolean integer(double x) {
    return x == Math.rint(x);
  }

  private static double round(double x) {
    double below = Math.floor(x);
    return Math.copySign(x - below >= 0.5 ? below + 1 : below, x);
  }

  /** In one rounding: by way of 32 bits there would be two. */
  private static double toHalfPrecision(double x) {
    double unit = Math.scalb(1.0, Math.max(Math.getExponent(x), -14) - 10);
    double rounded = Double.isFinite(x) ? Math.rint(x / unit) * unit : x;
    return Math.abs(rounded) > 65504 ? Math.copySign(Double.POSITIVE_INFINITY, x) : rounded;
  }
}
