package ad4j.bench;

import ad4j.Ad;
import ad4j.Differentiable;
import java.util.Random;
import org.openjdk.jmh.annotations.Param;

/** {@link Lstm}; the default size takes 89,040 scalar operations. */
public class LstmBenchmark extends SummingBenchmark {
  /** How many layers. */
  @Param("2")
  public int layers;

  /** How many bits a character. */
  @Param("14")
  public int width;

  /** How many characters. */
  @Param("107")
  public int length;

  private double[][] state = {};
  private double[][] sequence = {};
  private Lstm.Adjoint adjoint = new Lstm.Adjoint(1, 1, 1);

  @Override
  double[] draw() {
    Random random = new Random(1);
    state = new double[layers][];
    for (int i = 0; i < layers; i++) {
      state[i] = random.doubles(2L * width).toArray();
    }
    sequence = new double[length][];
    for (int t = 0; t < length; t++) {
      sequence[t] = random.ints(width, 0, 2).asDoubleStream().toArray();
    }
    adjoint = new Lstm.Adjoint(layers, width, length);
    return random.doubles(8L * layers * width + 3L * width).toArray();
  }

  @Override
  double value(double[] point) {
    return Lstm.loss(point, state, sequence);
  }

  @Override
  Differentiable function() {
    double[][] initial = state;
    double[][] bits = sequence;
    return Ad.function((double[] w) -> Lstm.loss(w, initial, bits));
  }

  @Override
  double valueAndGradient(double[] point, double[] slopes) {
    return adjoint.valueAndGradient(point, state, sequence, slopes);
  }
}
