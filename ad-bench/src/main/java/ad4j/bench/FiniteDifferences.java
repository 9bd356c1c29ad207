package ad4j.bench;

import java.util.function.ToDoubleFunction;

/** The gradient by forward differences. */
final class FiniteDifferences {
  private static final double STEP = Math.sqrt(Math.ulp(1.0));

  private FiniteDifferences() {}

  /**
   * One evaluation an input and one more; about half the digits. Overwrites {@code gradient};
   * {@code x} is changed on the way and restored.
   */
  static void gradient(ToDoubleFunction<double[]> function, double[] x, double[] gradient) {
    double value = function.applyAsDouble(x);
    for (int i = 0; i < x.length; i++) {
      double here = x[i];
      x[i] = here + STEP * Math.max(1, Math.abs(here));
      gradient[i] = (function.applyAsDouble(x) - value) / (x[i] - here);
      x[i] = here;
    }
  }
}
