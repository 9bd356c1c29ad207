import ad4j.Ad;
import ad4j.Differentiable;
import ad4j.ValueGradientHessian;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Fits an L2-regularised logistic regression to the Wisconsin breast cancer data (569 tumours, 30
 * measurements each, benign or malignant) by Newton's method. The loss is plain Java on arrays; its
 * gradient and its Hessian come from ad4j.
 *
 * <pre>
 * java -cp "ad-cli/target/lib/*" examples/java/LogisticRegression.java
 * </pre>
 */
public final class LogisticRegression {
  private static final double LAMBDA = 0.01; // weight of the regularisation

  /** The loss at weights w, of which the last is the intercept. */
  static double loss(double[] w, double[][] features, double[] signs) {
    int n = w.length - 1;
    double sum = 0;
    for (int i = 0; i < features.length; i++) {
      double z = w[n];
      for (int j = 0; j < n; j++) {
        z += w[j] * features[i][j];
      }
      sum += softplus(-signs[i] * z);
    }
    double squares = 0;
    for (int j = 0; j < n; j++) {
      squares += w[j] * w[j];
    }
    return sum / features.length + LAMBDA / 2 * squares;
  }

  /** log(1 + exp(x)), without overflow. */
  static double softplus(double x) {
    return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
  }

  public static void main(String[] arguments) throws IOException {
    Path file =
        Path.of(
            arguments.length > 0 ? arguments[0] : "examples/logistic-regression/breast_cancer.csv");
    double[][] table = read(file);
    double[][] features = standardised(table);
    double[] signs = Arrays.stream(table).mapToDouble(r -> r[r.length - 1] == 1 ? 1 : -1).toArray();

    // What the lambda captures, the data, is passed to the compiled code as it is.
    Differentiable loss = Ad.function((double[] w) -> loss(w, features, signs));
    System.out.println("the loss is " + loss.plan());

    double[] w = new double[features[0].length + 1];
    for (int step = 0; step < 20; step++) {
      ValueGradientHessian at = loss.valueGradientHessian(w);
      double slope = Arrays.stream(at.gradient()).map(Math::abs).max().orElse(0);
      System.out.printf(Locale.ROOT, "%4d  %.16f  %9.3e%n", step, at.value(), slope);
      if (slope < 1e-15) {
        break;
      }
      double[] move = solve(at.hessian(), at.gradient());
      for (int i = 0; i < w.length; i++) {
        w[i] -= move[i];
      }
    }
    System.out.println("loss " + loss.value(w));
  }

  private static double[][] read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.stream()
        .skip(1)
        .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  /** All columns but the last, shifted and scaled to mean 0 and standard deviation 1. */
  private static double[][] standardised(double[][] table) {
    int rows = table.length;
    double[][] scaled = new double[rows][table[0].length - 1];
    for (int j = 0; j < scaled[0].length; j++) {
      double mean = 0;
      for (double[] row : table) {
        mean += row[j] / rows;
      }
      double variance = 0;
      for (double[] row : table) {
        variance += (row[j] - mean) * (row[j] - mean) / rows;
      }
      for (int i = 0; i < rows; i++) {
        scaled[i][j] = (table[i][j] - mean) / Math.sqrt(variance);
      }
    }
    return scaled;
  }

  /** The solution of A x = b by Gaussian elimination; A is symmetric and positive definite. */
  private static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = Arrays.copyOf(a[i], n + 1);
      rows[i][n] = b[i];
    }
    for (int k = 0; k < n; k++) {
      for (int i = k + 1; i < n; i++) {
        double factor = rows[i][k] / rows[k][k];
        for (int j = k; j <= n; j++) {
          rows[i][j] -= factor * rows[k][j];
        }
      }
    }
    double[] x = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      double sum = rows[i][n];
      for (int j = i + 1; j < n; j++) {
        sum -= rows[i][j] * x[j];
      }
      x[i] = sum / rows[i][i];
    }
    return x;
  }
}
