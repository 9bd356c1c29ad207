package ad4j.ops;

import static ad4j.op.Operator.unary;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

import ad4j.op.UnaryOperator;

/**
 * The derivatives of the logarithm of gamma: digamma, trigamma, and so on, each an operator whose
 * slope is the next. DLMF §5.15; digamma also after Boost ({@code digamma.hpp}), whose form keeps
 * all digits at the root 1.46163.
 */
final class Polygamma {
  static final Orders<UnaryOperator> ORDERS = new Orders<>(Polygamma::derivative);

  static final UnaryOperator DIGAMMA =
      unary("digamma")
          .value(x -> value(0, x))
          .slope((x, y) -> ORDERS.at(1).of(x))
          .edge(0, NEGATIVE_INFINITY, POSITIVE_INFINITY)
          .doc("The slope of lgamma.");

  static final UnaryOperator TRIGAMMA = ORDERS.at(1);

  private Polygamma() {}

  private static UnaryOperator derivative(int order) {
    return unary(order == 1 ? "trigamma" : "polygamma" + order)
        .value(x -> value(order, x))
        .slope((x, y) -> ORDERS.at(order + 1).of(x))
        .doc("The derivative of digamma of order " + order + ".");
  }

  /** Whether gamma has a pole at x. */
  static boolean pole(double x) {
    return x <= 0 && x == Math.rint(x) && x != NEGATIVE_INFINITY;
  }

  /** The polygamma function of this order, from 0 for digamma. */
  static double value(int order, double x) {
    if (pole(x)) {
      return (order & 1) == 1 ? POSITIVE_INFINITY : x == 0 ? -1 / x : Double.NaN;
    }
    if (!(x < 0)) {
      return order == 0 && x < 10 ? digamma(x) : PolygammaSum.of(order, x, PolygammaSum::power);
    }
    double reflected = value(order, 1 - x);
    return ((order & 1) == 0 ? reflected : -reflected) - derivativeOfCotangent(order, x);
  }

  /** By recurrence from [1, 2], where Boost's rational function keeps the root exact. */
  private static double digamma(double x) {
    double shift = 0;
    double u = x;
    for (; u < 1; u++) {
      shift -= 1 / u;
    }
    for (; u > 2; u--) {
      shift += 1 / (u - 1);
    }
    return shift + aroundRoot(u);
  }

  private static double aroundRoot(double x) {
    double root = 1569415565.0 / 0x1p30; // the root in three parts
    double distance = x - root - 381566830.0 / 0x1p60 - 9.016312093258695e-20;
    double quotient = Polynomial.at(x - 1, numerator()) / Polynomial.at(x - 1, denominator());
    return distance * 0.9955816268920898 + distance * quotient;
  }

  private static double[] numerator() {
    return new double[] {
      0.25479851061131553,
      -0.3255503118680449,
      -0.6503185377089651,
      -0.28919126444774784,
      -0.04525132144873906,
      -0.002071332116774595
    };
  }

  private static double[] denominator() {
    return new double[] {
      1,
      2.076711702373047,
      1.4606242909763516,
      0.43593529692665967,
      0.054151797245674226,
      0.0021284987017821146,
      -5.578984132167551e-07
    };
  }

  /**
   * The derivative of pi cot(pi x), a polynomial in the cotangent: up to its sign, the next one is
   * 1 + cot^2 times the last one's derivative.
   */
  private static double derivativeOfCotangent(int order, double x) {
    double[] polynomial = {0, 1};
    for (int k = 0; k < order; k++) {
      double[] next = new double[k + 3];
      for (int i = 1; i < polynomial.length; i++) {
        next[i - 1] += i * polynomial[i];
        next[i + 1] += i * polynomial[i];
      }
      polynomial = next;
    }
    double value = Math.pow(Math.PI, order + 1) * Polynomial.at(cotangent(x), polynomial);
    return (order & 1) == 0 ? value : -value;
  }

  /** cot(pi x), from the distances to the nearest integer and half-integer, which are exact. */
  private static double cotangent(double x) {
    double r = x - Math.rint(x);
    double size = Math.abs(r);
    double value = size < 0.25 ? 1 / Math.tan(Math.PI * size) : Math.tan(Math.PI * (0.5 - size));
    return Math.copySign(value, r);
  }
}
