package ad4j.bench;

import ad4j.op.Real;
import net.finmath.stochastic.RandomVariable;
import org.hipparchus.CalculusFieldElement;

/** The Rosenbrock function: cheap operations only, each input used in two neighbouring terms. */
final class Rosenbrock {
  private Rosenbrock() {}

  static double value(double[] x) {
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double a = x[i + 1] - x[i] * x[i];
      double b = 1 - x[i];
      sum += 100 * a * a + b * b;
    }
    return sum;
  }

  /** The adjoint by hand; returns the value, overwrites {@code gradient}. */
  static double valueAndGradient(double[] x, double[] gradient) {
    double sum = 0;
    double next = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double a = x[i + 1] - x[i] * x[i];
      double b = 1 - x[i];
      sum += 100 * a * a + b * b;
      gradient[i] = next - 400 * a * x[i] - 2 * b;
      next = 200 * a;
    }
    gradient[x.length - 1] = next;
    return sum;
  }

  /** The gradient alone by hand: here the value is no by-product. Overwrites {@code gradient}. */
  static void gradient(double[] x, double[] gradient) {
    double next = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double a = x[i + 1] - x[i] * x[i];
      gradient[i] = next - 400 * a * x[i] - 2 * (1 - x[i]);
      next = 200 * a;
    }
    gradient[x.length - 1] = next;
  }

  static Real value(Real[] x) {
    Real sum = Real.constant(0);
    for (int i = 0; i + 1 < x.length; i++) {
      Real a = x[i + 1].minus(x[i].times(x[i]));
      Real b = Real.constant(1).minus(x[i]);
      sum = sum.plus(a.times(a).times(100)).plus(b.times(b));
    }
    return sum;
  }

  /** Hipparchus's {@code Gradient} and {@code SparseGradient}. */
  static <T extends CalculusFieldElement<T>> T value(T[] x) {
    T sum = x[0].getField().getZero();
    for (int i = 0; i + 1 < x.length; i++) {
      T a = x[i + 1].subtract(x[i].multiply(x[i]));
      T b = x[i].negate().add(1);
      sum = sum.add(a.multiply(a).multiply(100)).add(b.multiply(b));
    }
    return sum;
  }

  /** finmath's random variables, here deterministic. */
  static RandomVariable value(RandomVariable[] x) {
    RandomVariable sum = x[0].mult(0);
    for (int i = 0; i + 1 < x.length; i++) {
      RandomVariable a = x[i + 1].sub(x[i].mult(x[i]));
      RandomVariable b = x[i].mult(-1).add(1);
      sum = sum.add(a.mult(a).mult(100)).add(b.mult(b));
    }
    return sum;
  }
}
