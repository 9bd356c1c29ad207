package ad4j.bench;

import ad4j.Ad;
import ad4j.Differentiable;
import org.openjdk.jmh.annotations.Benchmark;

/** {@link BlackScholes}. */
public class BlackScholesBenchmark extends KernelBenchmark {
  private final BlackScholesAdjoint adjoint = new BlackScholesAdjoint();

  @Override
  double[] draw() {
    return new double[] {100, 105, 0.03, 0.2, 1.5};
  }

  @Override
  double value(double[] point) {
    return BlackScholes.call(point[0], point[1], point[2], point[3], point[4]);
  }

  @Override
  Differentiable function() {
    return Ad.function(
        (double s, double k, double r, double v, double t) -> BlackScholes.call(s, k, r, v, t));
  }

  @Override
  double valueAndGradient(double[] point, double[] slopes) {
    return adjoint.valueAndGradient(point[0], point[1], point[2], point[3], point[4], slopes);
  }

  /** The greeks as the textbooks have them: what the code approximates is known here. */
  @Benchmark
  public double closedForm() {
    return BlackScholes.greeks(x[0], x[1], x[2], x[3], x[4], gradient);
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

  /** ad4j: the plain Java method, its Hessian. */
  @Benchmark
  public double[][] ad4jHessian() {
    return plainJava().hessian(x);
  }
}
