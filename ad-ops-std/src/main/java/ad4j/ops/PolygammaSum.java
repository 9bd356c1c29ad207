package ad4j.ops;

/**
 * Polygamma functions of positive numbers by recurrence and asymptotic series (DLMF 5.15.5,
 * 5.15.8). Both are sums of powers, so that the difference of two values is the same sum of
 * differences of powers: those can be had without the cancellation that the subtraction of the
 * values would bring.
 */
final class PolygammaSum {
  /** A function of the base {@code a} and the exponent {@code -m}, where 0 stands for -log. */
  @FunctionalInterface
  interface Power {
    double at(double a, int m);
  }

  /** Bernoulli's numbers of index 2, 4, 6... */
  private static final double[] BERNOULLI = {
    1.0 / 6,
    -1.0 / 30,
    1.0 / 42,
    -1.0 / 30,
    5.0 / 66,
    -691.0 / 2730,
    7.0 / 6,
    -3617.0 / 510,
    43867.0 / 798,
    -174611.0 / 330,
    854513.0 / 138,
    -236364091.0 / 2730
  };

  private PolygammaSum() {}

  static double power(double a, int m) {
    return m == 0 ? -Math.log(a) : m == 1 ? 1 / a : Math.pow(a, -m);
  }

  /** psi(x) - psi(x + y), for the polygamma function psi of this order. */
  static double difference(int order, double x, double y) {
    return of(order, x, (a, m) -> difference(a, y, m));
  }

  private static double difference(double a, double y, int m) {
    double growth = Math.log1p(y / a);
    return m == 0 ? growth : -Math.expm1(-m * growth) * power(a, m);
  }

  static double of(int order, double x, Power power) {
    double factorial = factorial(order);
    double start = x;
    double sum = 0;
    for (; start < 10 + order; start++) {
      sum += factorial * power.at(start, order + 1);
    }
    sum += series(order, start, power);
    return (order & 1) == 0 ? -sum : sum;
  }

  private static double series(int order, double x, Power power) {
    double sum = (order == 0 ? 1 : factorial(order - 1)) * power.at(x, order);
    sum += factorial(order) / 2 * power.at(x, order + 1);
    double ratio = factorial(order + 1) / 2; // (2k + order - 1)! / (2k)!
    for (int k = 1; k <= BERNOULLI.length; k++) {
      int m = 2 * k + order;
      double next = sum + BERNOULLI[k - 1] * ratio * power.at(x, m);
      if (next == sum) {
        break;
      }
      sum = next;
      ratio *= (double) m * (m + 1) / ((2 * k + 1) * (2 * k + 2));
    }
    return sum;
  }

  private static double factorial(int n) {
    double product = 1;
    for (int k = 2; k <= n; k++) {
      product *= k;
    }
    return product;
  }
}
