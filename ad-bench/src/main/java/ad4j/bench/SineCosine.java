package ad4j.bench;

import net.finmath.stochastic.RandomVariable;
import org.hipparchus.CalculusFieldElement;

/** sin(xy) + cos(xy): the smallest function worth a derivative; shows the cost of a call. */
final class SineCosine {
  private SineCosine() {}

  static double value(double x, double y) {
    return Math.sin(x * y) + Math.cos(x * y);
  }

  /** The adjoint by hand; returns the value, overwrites the two elements of {@code gradient}. */
  static double valueAndGradient(double x, double y, double[] gradient) {
    double sine = Math.sin(x * y);
    double cosine = Math.cos(x * y);
    gradient[0] = y * (cosine - sine);
    gradient[1] = x * (cosine - sine);
    return sine + cosine;
  }

  /** Hipparchus's {@code Gradient}. */
  static <T extends CalculusFieldElement<T>> T value(T[] x) {
    T product = x[0].multiply(x[1]);
    return product.sin().add(product.cos());
  }

  /** finmath's random variables, here deterministic. */
  static RandomVariable value(RandomVariable[] x) {
    RandomVariable product = x[0].mult(x[1]);
    return product.sin().add(product.cos());
  }
}
