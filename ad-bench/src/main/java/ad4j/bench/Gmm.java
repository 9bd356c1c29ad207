package ad4j.bench;

import java.util.Arrays;

/**
 * The likelihood of a mixture of Gaussians with a Wishart prior; the GMM of GradBench.
 *
 * <p>Parameters lie flat, a row a component: logarithms of the weights, means, logarithms of the
 * diagonals and strict lower triangles (column by column) of the square roots of the precisions.
 */
final class Gmm {
  private Gmm() {}

  /** Of {@code k} components for the points {@code x}; the prior has {@code gamma}, {@code m}. */
  static double objective(double[] parameters, int k, double[][] x, double gamma, int m) {
    int d = x[0].length;
    int triangle = d * (d - 1) / 2;
    int means = k;
    int logs = means + k * d;
    int lowers = logs + k * d;

    double[] diagonal = new double[k * d];
    double[] logDeterminant = new double[k];
    double prior = 0;
    for (int c = 0; c < k; c++) {
      double squares = 0;
      for (int j = 0; j < d; j++) {
        double log = parameters[logs + c * d + j];
        diagonal[c * d + j] = Math.exp(log);
        logDeterminant[c] += log;
        squares += diagonal[c * d + j] * diagonal[c * d + j];
      }
      for (int j = 0; j < triangle; j++) {
        double entry = parameters[lowers + c * triangle + j];
        squares += entry * entry;
      }
      prior += 0.5 * gamma * gamma * squares - m * logDeterminant[c];
    }

    double[] residual = new double[d];
    double[] product = new double[d];
    double[] terms = new double[k];
    double total = 0;
    for (int i = 0; i < x.length; i++) {
      for (int c = 0; c < k; c++) {
        for (int j = 0; j < d; j++) {
          residual[j] = x[i][j] - parameters[means + c * d + j];
          product[j] = diagonal[c * d + j] * residual[j];
        }
        int entry = lowers + c * triangle;
        for (int column = 0; column < d; column++) {
          for (int row = column + 1; row < d; row++) {
            product[row] += parameters[entry] * residual[column];
            entry++;
          }
        }
        double square = 0;
        for (int j = 0; j < d; j++) {
          square += product[j] * product[j];
        }
        terms[c] = parameters[c] + logDeterminant[c] - 0.5 * square;
      }
      total += logSumExp(terms, k);
    }
    return total
        - x.length * (0.5 * d * Math.log(2 * Math.PI) + logSumExp(parameters, k))
        + k * logNormalizer(d, gamma, m)
        - prior;
  }

  /** Of the first {@code n} values. */
  private static double logSumExp(double[] values, int n) {
    double largest = values[0];
    for (int i = 1; i < n; i++) {
      largest = Math.max(largest, values[i]);
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.exp(values[i] - largest);
    }
    return largest + Math.log(sum);
  }

  /** Of the prior of one component: no parameter is in it. */
  private static double logNormalizer(int d, double gamma, int m) {
    int freedom = d + m + 1;
    double logGamma = 0.25 * d * (d - 1) * Math.log(Math.PI);
    for (int j = 0; j < d; j++) {
      logGamma += logGammaOfHalf(freedom - j);
    }
    return freedom * d * Math.log(gamma / Math.sqrt(2)) - logGamma;
  }

  /** The logarithm of the gamma function at {@code n / 2.0}, by its recurrence. */
  static double logGammaOfHalf(int n) {
    double result = n % 2 == 0 ? 0 : 0.5 * Math.log(Math.PI);
    for (int i = n - 2; i > 0; i -= 2) {
      result += Math.log(0.5 * i);
    }
    return result;
  }

  /** The adjoint by hand, with the work arrays for one shape; not for two threads at once. */
  static final class Adjoint {
    private final int d;
    private final int k;
    private final int triangle;
    private final double[] diagonal;
    private final double[] logDeterminant;
    private final double[] residual;
    private final double[] product;
    private final double[] terms;
    private final double[] back;

    Adjoint(int d, int k) {
      this.d = d;
      this.k = k;
      triangle = d * (d - 1) / 2;
      diagonal = new double[k * d];
      logDeterminant = new double[k];
      residual = new double[k * d];
      product = new double[k * d];
      terms = new double[k];
      back = new double[d];
    }

    /** Returns the value, a by-product; overwrites {@code gradient}. */
    double valueAndGradient(
        double[] parameters, double[][] x, double gamma, int m, double[] gradient) {
      Arrays.fill(gradient, 0);
      double total = -prior(parameters, gamma, m, gradient);
      for (double[] point : x) {
        total += pointTerm(parameters, point, gradient);
      }
      double weights = logSumExp(parameters, k);
      for (int c = 0; c < k; c++) {
        gradient[c] -= x.length * Math.exp(parameters[c] - weights);
      }
      return total
          - x.length * (0.5 * d * Math.log(2 * Math.PI) + weights)
          + k * logNormalizer(d, gamma, m);
    }

    private double prior(double[] parameters, double gamma, int m, double[] gradient) {
      int logs = k + k * d;
      int lowers = logs + k * d;
      double square = gamma * gamma;
      double prior = 0;
      for (int c = 0; c < k; c++) {
        double squares = 0;
        double sum = 0;
        for (int j = c * d; j < (c + 1) * d; j++) {
          double log = parameters[logs + j];
          double entry = Math.exp(log);
          diagonal[j] = entry;
          sum += log;
          squares += entry * entry;
          gradient[logs + j] = m - square * entry * entry;
        }
        for (int j = lowers + c * triangle; j < lowers + (c + 1) * triangle; j++) {
          squares += parameters[j] * parameters[j];
          gradient[j] = -square * parameters[j];
        }
        logDeterminant[c] = sum;
        prior += 0.5 * square * squares - m * sum;
      }
      return prior;
    }

    private double pointTerm(double[] parameters, double[] point, double[] gradient) {
      for (int c = 0; c < k; c++) {
        terms[c] = parameters[c] + logDeterminant[c] - 0.5 * square(c, parameters, point);
      }
      double value = logSumExp(terms, k);
      for (int c = 0; c < k; c++) {
        double weight = Math.exp(terms[c] - value);
        gradient[c] += weight;
        reverse(c, weight, parameters, gradient);
      }
      return value;
    }

    private double square(int c, double[] parameters, double[] point) {
      int means = k + c * d;
      int from = c * d;
      for (int j = 0; j < d; j++) {
        residual[from + j] = point[j] - parameters[means + j];
        product[from + j] = diagonal[from + j] * residual[from + j];
      }
      int entry = k + 2 * k * d + c * triangle;
      for (int column = 0; column < d; column++) {
        double factor = residual[from + column];
        for (int row = column + 1; row < d; row++) {
          product[from + row] += parameters[entry++] * factor;
        }
      }
      double square = 0;
      for (int j = from; j < from + d; j++) {
        square += product[j] * product[j];
      }
      return square;
    }

    private void reverse(int c, double weight, double[] parameters, double[] gradient) {
      int means = k + c * d;
      int logs = means + k * d;
      int from = c * d;
      for (int j = 0; j < d; j++) {
        back[j] = weight * product[from + j];
      }
      int entry = k + 2 * k * d + c * triangle;
      for (int column = 0; column < d; column++) {
        double factor = residual[from + column];
        double own = diagonal[from + column] * back[column];
        gradient[logs + column] += weight - own * factor;
        double sum = own;
        for (int row = column + 1; row < d; row++) {
          sum += parameters[entry] * back[row];
          gradient[entry] -= back[row] * factor;
          entry++;
        }
        gradient[means + column] += sum;
      }
    }
  }
}
