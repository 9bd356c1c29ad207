package ad4j.bench;

import java.util.Arrays;
import org.hipparchus.CalculusFieldElement;

/** The mean loss of logistic regression: inner products, and one log-sigmoid a row. */
final class LogisticRegression {
  private LogisticRegression() {}

  /** Weights {@code w}; a row of {@code x} an observation; labels {@code y}, each 1 or -1. */
  static double loss(double[] w, double[][] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double score = 0;
      for (int j = 0; j < w.length; j++) {
        score += w[j] * x[i][j];
      }
      sum -= logSigmoid(y[i] * score);
    }
    return sum / x.length;
  }

  private static double logSigmoid(double z) {
    return Math.min(z, 0) - Math.log1p(Math.exp(-Math.abs(z)));
  }

  /** The adjoint by hand; returns the value, a by-product. Overwrites {@code gradient}. */
  static double valueAndGradient(double[] w, double[][] x, double[] y, double[] gradient) {
    Arrays.fill(gradient, 0);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double[] row = x[i];
      double score = 0;
      for (int j = 0; j < w.length; j++) {
        score += w[j] * row[j];
      }
      double margin = y[i] * score;
      double e = Math.exp(-Math.abs(margin));
      sum -= Math.min(margin, 0) - Math.log1p(e);
      double slope = -y[i] * (margin >= 0 ? e : 1) / ((1 + e) * x.length);
      for (int j = 0; j < w.length; j++) {
        gradient[j] += slope * row[j];
      }
    }
    return sum / x.length;
  }

  /** Hipparchus's {@code Gradient}. */
  static <T extends CalculusFieldElement<T>> T loss(T[] w, double[][] x, double[] y) {
    T sum = w[0].getField().getZero();
    for (int i = 0; i < x.length; i++) {
      T score = w[0].linearCombination(x[i], w);
      T margin = score.multiply(y[i]);
      T correction = margin.abs().negate().exp().log1p();
      sum = sum.add(margin.getReal() < 0 ? correction.subtract(margin) : correction);
    }
    return sum.divide(x.length);
  }
}
