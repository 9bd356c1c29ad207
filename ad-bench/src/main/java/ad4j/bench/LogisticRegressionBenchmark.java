package ad4j.bench;

import ad4j.Ad;
import ad4j.Differentiable;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** {@link LogisticRegression}. */
public class LogisticRegressionBenchmark extends SummingBenchmark {
  /** How many observations. */
  @Param("1000")
  public int rows;

  /** How many weights. */
  @Param("50")
  public int features;

  /** The observations. */
  double[][] data = {};

  /** Their labels. */
  double[] labels = {};

  @Override
  double[] draw() {
    Random random = new Random(1);
    data = new double[rows][features];
    labels = new double[rows];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < features; j++) {
        data[i][j] = random.nextGaussian();
      }
      labels[i] = random.nextBoolean() ? 1 : -1;
    }
    return random.doubles(features, -0.5, 0.5).toArray();
  }

  @Override
  double value(double[] point) {
    return LogisticRegression.loss(point, data, labels);
  }

  @Override
  Differentiable function() {
    double[][] rows = data;
    double[] classes = labels;
    return Ad.function((double[] w) -> LogisticRegression.loss(w, rows, classes));
  }

  @Override
  double valueAndGradient(double[] point, double[] slopes) {
    return LogisticRegression.valueAndGradient(point, data, labels, slopes);
  }

  /** Hipparchus, dense forward gradients. */
  @Benchmark
  public double[] hipparchusGradient() {
    return Peers.hipparchus(w -> LogisticRegression.loss(w, data, labels), x);
  }
}
