package ad4j.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What is measured for every kernel: the function itself, its adjoint written by hand, differences.
 * All but the primal leave the whole gradient in an array, the caller's own where it can be given.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class KernelBenchmark {
  /** The point. */
  double[] x = {};

  /** The caller's own array for the gradient. */
  double[] gradient = {};

  KernelBenchmark() {}

  /** Draws the data of the kernel, if any, and then its point. */
  abstract double[] draw();

  /** The function itself on plain doubles. */
  abstract double value(double[] point);

  /** The adjoint by hand: returns the value, overwrites {@code slopes}. */
  abstract double valueAndGradient(double[] point, double[] slopes);

  /** Draws. */
  @Setup
  public void prepare() {
    x = draw();
    gradient = new double[x.length];
  }

  /** The function itself on plain doubles. */
  @Benchmark
  public double primal() {
    return value(x);
  }

  /** The adjoint as a person would write it: value and gradient. */
  @Benchmark
  public double handWritten() {
    return valueAndGradient(x, gradient);
  }

  /** Forward differences: one primal an input and one more. */
  @Benchmark
  public double[] finiteDifferences() {
    FiniteDifferences.gradient(this::value, x, gradient);
    return gradient;
  }
}
