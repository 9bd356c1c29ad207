package ad4j.bench;

import org.openjdk.jmh.annotations.Benchmark;

/** {@link BlackScholes}. */
public class BlackScholesBenchmark extends KernelBenchmark {
  @Override
  double[] draw() {
    return new double[] {100, 105, 0.03, 0.2, 1.5};
  }

  @Override
  double value(double[] point) {
    return BlackScholes.call(point[0], point[1], point[2], point[3], point[4]);
  }

  @Override
  double valueAndGradient(double[] point, double[] slopes) {
    return BlackScholes.valueAndGradient(point[0], point[1], point[2], point[3], point[4], slopes);
  }

  /** Hipparchus, dense forward gradients. */
  @Benchmark
  public double[] hipparchusGradient() {
    return Peers.hipparchus(BlackScholes::call, x);
  }

  /** finmath, adjoint automatic differentiation. */
  @Benchmark
  public double[] finmathAad() {
    return Peers.finmath(BlackScholes::call, x);
  }
}
