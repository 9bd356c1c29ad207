package ad4j.ops;

import static ad4j.op.Arithmetic.WHERE;
import static ad4j.op.Operator.binary;
import static ad4j.op.Operator.variadic;
import static java.lang.Double.NaN;

import ad4j.op.BinaryOperator;
import ad4j.op.Kink;
import ad4j.op.NaryOperator;
import ad4j.op.Operator;
import ad4j.op.Real;
import java.util.List;

/** Length and angle of a vector. */
final class Plane {
  /** Its own rule keeps the digits that x / h would lose in the second derivative of hypot. */
  private static final BinaryOperator COSINE =
      binary("hypot'")
          .value(Plane::cosine)
          .slopes(
              (x, y, z) -> Plane.COSINE.of(y, x).square().dividedBy(Plane.HYPOT.of(x, y)),
              (x, y, z) -> z.times(Plane.COSINE.of(y, x)).dividedBy(Plane.HYPOT.of(x, y)).negate())
          .edge(0, 0, 0, NaN, NaN)
          .doc("x / hypot(x, y), and 0 at the origin: a partial of hypot.");

  static final NaryOperator HYPOT =
      variadic("hypot")
          .value(xs -> xs.length == 2 ? Math.hypot(xs[0], xs[1]) : norm(xs))
          .slope((i, xs, y) -> direction(i, xs, y))
          .edge(new double[] {0, 0}, 0, 0, 0)
          .kink(new Kink("all arguments are 0", xs -> norm(xs) == 0))
          .doc("Square root of the sum of squares, without overflow; slope 0 at the origin.");

  static final BinaryOperator ATAN2 =
      binary("atan2")
          .value(Math::atan2)
          .slopes(
              (y, x, z) -> COSINE.of(x, y).dividedBy(HYPOT.of(x, y)),
              (y, x, z) -> COSINE.of(y, x).dividedBy(HYPOT.of(x, y)).negate())
          .edge(0, 0, 0, NaN, NaN)
          .kink(new Kink("y = 0, x <= 0", yx -> yx[0] == 0 && yx[1] <= 0))
          .doc("atan2(y, x): the angle of the point (x, y); no slope at the origin.");

  private Plane() {}

  static List<Operator> operators() {
    return List.of(HYPOT, ATAN2);
  }

  private static Real direction(int index, Real[] xs, Real y) {
    return xs.length == 2
        ? COSINE.of(xs[index], xs[1 - index])
        : WHERE.of(y, xs[index].dividedBy(y), y); // y: 0 at the origin, NaN where that is NaN
  }

  private static double cosine(double x, double y) {
    return x == 0 && y == 0 ? 0 : x / Math.hypot(x, y);
  }

  /** Scaled by a power of two, so that squares neither overflow nor vanish; summed after Kahan. */
  private static double norm(double[] xs) {
    double max = 0;
    for (double x : xs) {
      max = Math.abs(x) == Double.POSITIVE_INFINITY ? Math.abs(x) : Math.max(max, Math.abs(x));
      if (max == Double.POSITIVE_INFINITY) {
        return max;
      }
    }
    return max == 0 || Double.isNaN(max) ? max : scaledNorm(xs, Math.getExponent(max));
  }

  private static double scaledNorm(double[] xs, int exponent) {
    double sum = 0;
    double lost = 0;
    for (double x : xs) {
      double scaled = Math.scalb(x, -exponent);
      double term = scaled * scaled - lost;
      double next = sum + term;
      lost = (next - sum) - term;
      sum = next;
    }
    return Math.scalb(Math.sqrt(sum), exponent);
  }
}
