package ad4j.bench;

import ad4j.Ad;
import ad4j.Differentiable;
import org.openjdk.jmh.annotations.Benchmark;

/** {@link SineCosine}. */
public class SineCosineBenchmark extends KernelBenchmark {
  @Override
  double[] draw() {
    return new double[] {0.7, 1.9};
  }

  @Override
  double value(double[] point) {
    return SineCosine.value(point[0], point[1]);
  }

  @Override
  Differentiable function() {
    return Ad.function((double a, double b) -> SineCosine.value(a, b));
  }

  @Override
  double valueAndGradient(double[] point, double[] slopes) {
    return SineCosine.valueAndGradient(point[0], point[1], slopes);
  }

  /** Hipparchus, dense forward gradients. */
  @Benchmark
  public double[] hipparchusGradient() {
    return Peers.hipparchus(SineCosine::value, x);
  }

  /** finmath, adjoint automatic differentiation. */
  @Benchmark
  public double[] finmathAad() {
    return Peers.finmath(SineCosine::value, x);
  }

  /** ad4j: the plain Java method, its Hessian. */
  @Benchmark
  public double[][] ad4jHessian() {
    return plainJava().hessian(x);
  }
}
