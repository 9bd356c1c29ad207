package ad4j.verify;

import java.util.function.DoubleUnaryOperator;

/**
 * Derivatives by differences of values, extrapolated to step 0 together with an estimate of the
 * error: C. J. F. Ridders, "Accurate computation of F'(x) and F'(x)F''(x)", Advances in Engineering
 * Software 4 (1982).
 */
final class Differences {
  private static final int STEPS = 14;

  private Differences() {}

  /**
   * A derivative by differences.
   *
   * @param slope the derivative
   * @param error how far it may be off
   */
  record Estimate(double slope, double error) {
    /** Whether the differences settled on a number. */
    boolean settled() {
      return Double.isFinite(slope) && error <= 1e-4 * Math.abs(slope) + 1e-9;
    }

    /** Whether {@code other} is the derivative as far as the differences can tell. */
    boolean agrees(double other) {
      double scale = Math.max(Math.abs(slope), Math.abs(other));
      return Math.abs(other - slope) <= 1e-7 * scale + 100 * error + 1e-10;
    }
  }

  /** From both sides of 0, at most {@code reach} away. */
  static Estimate central(DoubleUnaryOperator f, double reach) {
    return estimate(h -> (f.applyAsDouble(h) - f.applyAsDouble(-h)) / (2 * h), reach, 4);
  }

  /** From one side of 0: the right for a positive {@code reach}, the left for a negative one. */
  static Estimate oneSided(DoubleUnaryOperator f, double reach) {
    double middle = f.applyAsDouble(0);
    return estimate(h -> (f.applyAsDouble(h) - middle) / h, reach, 2);
  }

  /** Two series of steps: what a step of a staircase feigns in one, the other does not repeat. */
  private static Estimate estimate(DoubleUnaryOperator quotient, double reach, double ratio) {
    Estimate one = extrapolated(quotient, reach, ratio);
    Estimate two = extrapolated(quotient, 0.37 * reach, ratio);
    double error = Math.max(one.error, two.error);
    return new Estimate(one.slope, Math.max(error, Math.abs(one.slope - two.slope)));
  }

  /**
   * Neville's table over halved steps.
   *
   * @param ratio by how much the leading error term shrinks when the step is halved
   */
  private static Estimate extrapolated(DoubleUnaryOperator quotient, double reach, double ratio) {
    double[] row = new double[STEPS];
    Estimate best = new Estimate(Double.NaN, Double.POSITIVE_INFINITY);
    double h = reach;
    for (int i = 0; i < STEPS; i++, h /= 2) {
      double[] next = new double[STEPS];
      next[0] = quotient.applyAsDouble(h);
      double factor = ratio;
      for (int j = 1; j <= i; j++, factor *= ratio) {
        next[j] = (next[j - 1] * factor - row[j - 1]) / (factor - 1);
        double error = Math.max(Math.abs(next[j] - next[j - 1]), Math.abs(next[j] - row[j - 1]));
        if (error < best.error) {
          best = new Estimate(next[j], error);
        }
      }
      row = next;
    }
    return best;
  }
}
