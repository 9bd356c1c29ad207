package ad4j.ops;

import static ad4j.op.Arithmetic.SHARE;
import static ad4j.op.Operator.nary;
import static ad4j.op.Operator.unary;
import static ad4j.op.Operator.variadic;
import static ad4j.op.Real.constant;

import ad4j.op.Kink;
import ad4j.op.NaryOperator;
import ad4j.op.Operator;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;
import java.util.Arrays;
import java.util.List;

/**
 * Functions with kinks. Where they have no slope they take the mean of the one-sided slopes; relu
 * takes 0, as learning frameworks do.
 */
final class Piecewise {
  static final UnaryOperator SIGN =
      unary("sign")
          .value(Math::signum)
          .slope((x, y) -> constant(0))
          .edge(0, 0, 0)
          .kink(0)
          .doc("-1, 0 or 1 by the sign of x; slope 0.");

  static final UnaryOperator ABS =
      unary("abs")
          .value(x -> Math.abs(x))
          .slope((x, y) -> SIGN.of(x))
          .edge(0, 0, 0)
          .kink(0)
          .doc("Absolute value.");

  static final UnaryOperator HEAVISIDE =
      unary("heaviside")
          .value(x -> (1 + Math.signum(x)) / 2)
          .slope((x, y) -> constant(0))
          .edge(0, 0.5, 0)
          .kink(0)
          .doc("0 for negative x, 1 for positive x, a half at 0; slope 0.");

  private static final UnaryOperator RELU_SLOPE =
      unary("relu'")
          .value(x -> x > 0 ? 1 : x <= 0 ? 0 : Double.NaN)
          .slope((x, y) -> constant(0))
          .edge(0, 0, 0)
          .kink(0)
          .doc("1 for positive x, else 0: the slope of relu.");

  static final UnaryOperator RELU =
      unary("relu")
          .value(x -> Math.max(x, 0))
          .slope((x, y) -> RELU_SLOPE.of(x))
          .edge(0, 0, 0)
          .kink(0)
          .doc("x where positive, else 0; slope 0 at 0.");

  private static final NaryOperator MAX_SHARE =
      variadic("max'")
          .value(Piecewise::shareInMaximum)
          .slope((i, xs, y) -> constant(0))
          .doc("The share of the first argument in the maximum of all others: 1/k if k are tied.");

  static final NaryOperator MAX =
      variadic("max")
          .value(Piecewise::max)
          .slope((i, xs, y) -> xs.length == 2 ? SHARE.of(xs[i], xs[1 - i]) : shareOfMany(i, xs))
          .edge(new double[] {1, 1}, 1, 0.5, 0.5)
          .kink(new Kink("two arguments are the maximum", xs -> tied(xs, max(xs))))
          .doc("The greatest argument; k that are tied have slope 1/k each.");

  static final NaryOperator MIN =
      variadic("min")
          .value(Piecewise::min)
          .slope(
              (i, xs, y) ->
                  xs.length == 2 ? SHARE.of(xs[1 - i], xs[i]) : shareOfMany(i, negated(xs)))
          .edge(new double[] {1, 1}, 1, 0.5, 0.5)
          .kink(new Kink("two arguments are the minimum", xs -> tied(xs, min(xs))))
          .doc("The least argument; k that are tied have slope 1/k each.");

  static final NaryOperator CLAMP =
      nary("clamp", 3)
          .value(xs -> Math.min(Math.max(xs[0], xs[1]), xs[2]))
          .slope(
              (i, xs, y) -> {
                Real raised = MAX.of(xs[0], xs[1]);
                return i == 2
                    ? SHARE.of(raised, xs[2])
                    : SHARE.of(xs[i], xs[1 - i]).times(SHARE.of(xs[2], raised));
              })
          .edge(new double[] {0, 0, 1}, 0, 0.5, 0.5, 0)
          .edge(new double[] {1, 0, 1}, 1, 0.5, 0, 0.5)
          .kink(
              new Kink(
                  "x is at a limit, or the limits meet",
                  xs -> xs[0] == xs[1] || xs[0] == xs[2] || xs[1] == xs[2]))
          .doc("clamp(x, low, high) is min(max(x, low), high).");

  private Piecewise() {}

  static List<Operator> operators() {
    return List.of(SIGN, ABS, HEAVISIDE, RELU, MAX, MIN, CLAMP);
  }

  private static double max(double[] xs) {
    double max = Double.NEGATIVE_INFINITY;
    for (double x : xs) {
      max = Math.max(max, x);
    }
    return max;
  }

  private static double min(double[] xs) {
    double min = Double.POSITIVE_INFINITY;
    for (double x : xs) {
      min = Math.min(min, x);
    }
    return min;
  }

  private static Real shareOfMany(int index, Real[] xs) {
    Real[] candidateAndAll = new Real[xs.length + 1];
    candidateAndAll[0] = xs[index];
    System.arraycopy(xs, 0, candidateAndAll, 1, xs.length);
    return MAX_SHARE.of(candidateAndAll);
  }

  private static Real[] negated(Real[] xs) {
    return Arrays.stream(xs).map(Real::negate).toArray(Real[]::new);
  }

  private static double shareInMaximum(double[] candidateAndAll) {
    double max = Double.NEGATIVE_INFINITY;
    int count = 0;
    for (int i = 1; i < candidateAndAll.length; i++) {
      double x = candidateAndAll[i];
      if (Double.isNaN(x)) {
        return Double.NaN;
      }
      count = x > max ? 1 : x == max ? count + 1 : count;
      max = Math.max(x, max);
    }
    return candidateAndAll[0] == max ? 1.0 / count : 0;
  }

  private static boolean tied(double[] xs, double extreme) {
    return Arrays.stream(xs).filter(x -> x == extreme).count() > 1;
  }
}
