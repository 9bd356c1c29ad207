package ad4j.bench;

import ad4j.Differentiable;
import ad4j.Rounding;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** Kernels that sum in loops: what is gained where the order of terms is left open. */
public abstract class SummingBenchmark extends KernelBenchmark {
  private @Nullable Differentiable fast;

  SummingBenchmark() {}

  @Override
  @Setup
  public void prepare() {
    super.prepare();
    fast = plainJava().rounding(Rounding.FAST);
  }

  private Differentiable fast() {
    return Objects.requireNonNull(fast, "not prepared");
  }

  /** ad4j: the plain Java method with fast rounding, its value. */
  @Benchmark
  public double ad4jFastValue() {
    return fast().value(x);
  }

  /** ad4j: the plain Java method with fast rounding, its gradient alone. */
  @Benchmark
  public double[] ad4jFast() {
    return fast().gradient(x);
  }

  /** ad4j: the same, value and gradient into the caller's array. */
  @Benchmark
  public double ad4jFastValueAndGradient() {
    return fast().valueAndGradient(x, gradient);
  }
}
