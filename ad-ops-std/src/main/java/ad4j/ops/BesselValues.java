package ad4j.ops;

/**
 * Values of Bessel functions of integer order at any real number: the power series (DLMF 10.2.2,
 * 10.25.2), Miller's backward recurrence (DLMF §3.6(iii)), Hankel's expansion (DLMF 10.17.3,
 * 10.40.1). Library candidates fail for small or large arguments (Hipparchus's for J below 1e-150
 * and above 1e4) or lack I.
 */
final class BesselValues {
  private BesselValues() {}

  /** J of this order. */
  static double firstKind(int order, double x) {
    double size = Math.abs(x);
    if (size == Double.POSITIVE_INFINITY) {
      return 0;
    }
    double value;
    if (size < 2) {
      value = series(order, size, -1);
    } else if (size < 25 + 0.5 * order * order) {
      value = byRecurrence(order, size);
    } else {
      value = oscillating(order, size);
    }
    return withParity(order, x, value);
  }

  /** I of this order. */
  static double modified(int order, double x) {
    double size = Math.abs(x);
    boolean large = size > 30 + 0.5 * order * order;
    return withParity(order, x, large ? growing(order, size) : series(order, size, 1));
  }

  private static double withParity(int order, double x, double value) {
    return (order & 1) == 1 && x < 0 ? -value : value;
  }

  private static double series(int order, double x, int sign) {
    double half = x / 2;
    double term = 1;
    for (int k = 1; k <= order; k++) {
      term *= half / k;
    }
    double sum = term;
    for (int k = 1; ; k++) {
      term *= sign * half * half / (k * (double) (k + order));
      double next = sum + term;
      if (next == sum || Double.isNaN(next)) {
        return next;
      }
      sum = next;
    }
  }

  /** Downwards from an order whose value is negligible; scaled by 1 = J0 + 2 (J2 + J4 + ...). */
  private static double byRecurrence(int order, double x) {
    int top = 2 * (int) (Math.max(x, order) / 2 + 4 * Math.cbrt(x) + 14);
    double above = 0;
    double current = 1e-300;
    double wanted = 0;
    double sum = 0;
    for (int k = top; k > 0; k--) {
      double below = 2 * k / x * current - above;
      above = current;
      current = below;
      if (k - 1 == order) {
        wanted = current;
      }
      if ((k & 1) == 1) {
        sum += k == 1 ? current : 2 * current;
      }
    }
    return wanted / sum;
  }

  private static double oscillating(int order, double x) {
    double even = 0;
    double odd = 0;
    double term = 1;
    for (int k = 0; Math.abs(term) > 1e-18 && k < 60; k++) {
      double signed = (k & 2) == 0 ? term : -term;
      even += (k & 1) == 0 ? signed : 0;
      odd += (k & 1) == 1 ? signed : 0;
      term = nextOfHankel(term, k + 1, order, x);
    }
    double sine = Math.sin(x);
    double cosine = Math.cos(x);
    double plus = (order & 1) == 0 ? cosine + sine : sine - cosine;
    double minus = (order & 1) == 0 ? sine - cosine : -(cosine + sine);
    double value = (even * plus - odd * minus) / Math.sqrt(Math.PI * x);
    return (order & 2) == 0 ? value : -value;
  }

  private static double growing(int order, double x) {
    double sum = 0;
    double term = 1;
    for (int k = 0; Math.abs(term) > 1e-18 && k < 60; k++) {
      sum += (k & 1) == 0 ? term : -term;
      term = nextOfHankel(term, k + 1, order, x);
    }
    double root = Math.exp(x / 2); // its square may overflow where the value does not
    return root * (sum / Math.sqrt(2 * Math.PI * x)) * root;
  }

  private static double nextOfHankel(double term, int k, int order, double x) {
    double odd = 2.0 * k - 1;
    return term * (4.0 * order * order - odd * odd) / (8.0 * k * x);
  }
}
