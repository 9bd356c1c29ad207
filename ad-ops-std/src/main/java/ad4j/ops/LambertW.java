package ad4j.ops;

import static ad4j.op.Domain.atLeast;
import static ad4j.op.Operator.unary;
import static ad4j.op.Real.constant;
import static java.lang.Double.POSITIVE_INFINITY;

import ad4j.op.Operator;
import ad4j.op.UnaryOperator;
import java.util.List;

/**
 * Lambert's W on its principal branch (DLMF §4.13; Corless et al., "On the Lambert W function",
 * 1996). Next to the branch point -1/e the slopes need the digits of 1 + W, which W has lost: so 1
 * + W is an operator of its own.
 */
final class LambertW {
  private static final double BRANCH = -0.36787944117144233;
  private static final double BRANCH_REST = 1.2428753672788363e-17; // -1/e is BRANCH + this
  private static final double[] SERIES = {
    0,
    1,
    -1.0 / 3,
    11.0 / 72,
    -43.0 / 540,
    769.0 / 17280,
    -221.0 / 8505,
    680863.0 / 43545600,
    -1963.0 / 204120,
    226287557.0 / 37623398400.0
  };

  private static final UnaryOperator W_PLUS_1 =
      unary("lambertwPlus1")
          .value(LambertW::plusOne)
          .slope((x, y) -> Exponential.EXP.of(constant(1).minus(y)).dividedBy(y))
          .domain(atLeast(BRANCH))
          .edge(BRANCH, 0, POSITIVE_INFINITY)
          .doc("1 + lambertw(x), accurate next to -1/e.");

  static final UnaryOperator W =
      unary("lambertw")
          .value(x -> x == 0 ? x : nearBranch(x) ? plusOne(x) - 1 : iterated(x))
          .slope((x, y) -> Exponential.EXP.of(y.negate()).dividedBy(W_PLUS_1.of(x)))
          .domain(atLeast(BRANCH))
          .edge(BRANCH, -1, POSITIVE_INFINITY)
          .doc("Lambert's W, principal branch: W exp(W) = x.");

  private LambertW() {}

  static List<Operator> operators() {
    return List.of(W);
  }

  private static double plusOne(double x) {
    return nearBranch(x) ? Polynomial.at(root(x), SERIES) : x == 0 ? 1 : 1 + iterated(x);
  }

  private static boolean nearBranch(double x) {
    return x < -0.3678;
  }

  /** sqrt(2 (e x + 1)), the variable in which W is analytic at its branch point. */
  private static double root(double x) {
    return x == BRANCH ? 0 : Math.sqrt(2 * Math.E * (x - BRANCH - BRANCH_REST));
  }

  /** Newton's iteration on W + log W = log x, which keeps the relative accuracy of W. */
  private static double iterated(double x) {
    if (Double.isNaN(x) || x == POSITIVE_INFINITY) {
      return x;
    }
    double w = guess(x);
    for (int i = 0; i < 10; i++) {
      double next = w / (1 + w) * (1 + Math.log(x / w));
      double change = Math.abs(next - w);
      w = next;
      if (change <= 1e-9 * Math.abs(w)) {
        break;
      }
    }
    return w;
  }

  private static double guess(double x) {
    if (x < -0.25) {
      return Polynomial.at(root(x), SERIES) - 1;
    }
    double log = Math.log1p(x);
    return log * (1 - Math.log1p(log) / (2 + log));
  }
}
