package ad4j.bench;

import java.util.Arrays;

/** A peer is held against the adjoint by hand before it is measured. */
final class Checked {
  private Checked() {}

  /** Throws where {@code slopes} are off by more than rounding. */
  static void gradient(KernelBenchmark kernel, double[] slopes) {
    kernel.handWritten();
    double largest = Arrays.stream(kernel.gradient).map(Math::abs).max().orElseThrow();
    for (int i = 0; i < kernel.gradient.length; i++) {
      if (!(Math.abs(slopes[i] - kernel.gradient[i]) <= 1e-12 * largest)) {
        throw new IllegalStateException(
            "slope " + i + ": " + slopes[i] + ", by hand " + kernel.gradient[i]);
      }
    }
  }
}
