package ad4j.bench;

import ad4j.Ad;
import ad4j.Differentiable;
import java.util.Random;
import org.openjdk.jmh.annotations.Param;

/** {@link Gmm}. */
public class GmmBenchmark extends SummingBenchmark {
  private static final double GAMMA = 1;
  private static final int M = 0;

  /** How many dimensions. */
  @Param("10")
  public int d;

  /** How many components. */
  @Param("25")
  public int k;

  /** How many points. */
  @Param("1000")
  public int n;

  /** The points. */
  double[][] points = {};

  private Gmm.Adjoint adjoint = new Gmm.Adjoint(1, 1);

  @Override
  double[] draw() {
    Random random = new Random(1);
    points = new double[n][d];
    for (double[] point : points) {
      for (int j = 0; j < d; j++) {
        point[j] = random.nextGaussian();
      }
    }
    double[] parameters = new double[k + 2 * k * d + k * d * (d - 1) / 2];
    for (int i = 0; i < parameters.length; i++) {
      boolean mean = i >= k && i < k + k * d;
      parameters[i] = mean ? random.nextDouble() : random.nextGaussian();
    }
    adjoint = new Gmm.Adjoint(d, k);
    return parameters;
  }

  @Override
  double value(double[] point) {
    return Gmm.objective(point, k, points, GAMMA, M);
  }

  @Override
  Differentiable function() {
    double[][] given = points;
    int components = k;
    return Ad.function((double[] w) -> Gmm.objective(w, components, given, GAMMA, M));
  }

  @Override
  double valueAndGradient(double[] point, double[] slopes) {
    return adjoint.valueAndGradient(point, points, GAMMA, M, slopes);
  }
}
