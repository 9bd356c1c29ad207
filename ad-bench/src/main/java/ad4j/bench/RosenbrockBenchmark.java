package ad4j.bench;

import ad4j.Ad;
import ad4j.CompiledFunction;
import ad4j.Differentiable;
import ad4j.engine.Mode;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** {@link Rosenbrock}. */
public class RosenbrockBenchmark extends SummingBenchmark {
  /** How many inputs. */
  @Param({"10", "1000"})
  public int n;

  private final Differentiable function = Ad.multivariate(Rosenbrock::value);
  private final Differentiable reverse = function.in(Mode.REVERSE);
  private final Differentiable forward = function.in(Mode.FORWARD);
  private final CompiledFunction compiled = function.compile();

  @Override
  double[] draw() {
    return new Random(1).doubles(n, -1, 1).toArray();
  }

  @Override
  double value(double[] point) {
    return Rosenbrock.value(point);
  }

  @Override
  Differentiable function() {
    return Ad.function((double[] point) -> Rosenbrock.value(point));
  }

  @Override
  double valueAndGradient(double[] point, double[] slopes) {
    return Rosenbrock.valueAndGradient(point, slopes);
  }

  /** The gradient alone by hand: here the value is no by-product. */
  @Benchmark
  public double[] handWrittenGradient() {
    Rosenbrock.gradient(x, gradient);
    return gradient;
  }

  /** ad4j: one recording through the handles, one sweep. */
  @Benchmark
  public double[] ad4jReverse() {
    return reverse.gradient(x);
  }

  /** ad4j: a recording replayed, one sweep. */
  @Benchmark
  public double[] ad4jReplay() {
    return compiled.gradient(x);
  }

  /** ad4j: dual numbers that carry up to 64 directions a pass. */
  @Benchmark
  public double[] ad4jForward() {
    return forward.gradient(x);
  }

  /** Hipparchus, dense forward gradients. */
  @Benchmark
  public double[] hipparchusGradient() {
    return Peers.hipparchus(Rosenbrock::value, x);
  }

  /** Hipparchus, sparse forward gradients. */
  @Benchmark
  public double[] hipparchusSparse() {
    return Peers.hipparchusSparse(Rosenbrock::value, x);
  }

  /** finmath, adjoint automatic differentiation. */
  @Benchmark
  public double[] finmathAad() {
    return Peers.finmath(Rosenbrock::value, x);
  }

  /** ad4j: the plain Java method, its Hessian. */
  @Benchmark
  public double[][] ad4jHessian() {
    return plainJava().hessian(x);
  }
}
