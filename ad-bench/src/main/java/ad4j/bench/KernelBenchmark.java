package ad4j.bench;

import ad4j.Differentiable;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

  private @Nullable Differentiable plainJava;
  private double[] direction = {};

  KernelBenchmark() {}

  /** The plain Java method, with its derivatives. */
  final Differentiable plainJava() {
    return Objects.requireNonNull(plainJava, "not prepared");
  }

  /** Draws the data of the kernel, if any, and then its point. */
  abstract double[] draw();

  /** The function itself on plain doubles. */
  abstract double value(double[] point);

  /** The function itself as ad4j is given it. */
  abstract Differentiable function();

  /** The adjoint by hand: returns the value, overwrites {@code slopes}. */
  abstract double valueAndGradient(double[] point, double[] slopes);

  /** Draws. */
  @Setup
  public void prepare() {
    x = draw();
    gradient = new double[x.length];
    plainJava = function();
    direction = new double[x.length];
    Arrays.setAll(direction, i -> 1.0 / (i + 1));
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

  /** ad4j: the plain Java method, its gradient alone. */
  @Benchmark
  public double[] ad4jCompiled() {
    return plainJava().gradient(x);
  }

  /** ad4j: the plain Java method, value and gradient into the caller's array. */
  @Benchmark
  public double ad4jCompiledValueAndGradient() {
    return plainJava().valueAndGradient(x, gradient);
  }

  /** ad4j: the plain Java method, its Hessian times a direction. */
  @Benchmark
  public double ad4jHvp() {
    return plainJava().hvp(x, direction)[0];
  }

  /** Forward differences: one primal an input and one more. */
  @Benchmark
  public double[] finiteDifferences() {
    FiniteDifferences.gradient(this::value, x, gradient);
    return gradient;
  }
}
