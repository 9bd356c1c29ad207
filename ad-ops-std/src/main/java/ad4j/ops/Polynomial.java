package ad4j.ops;

/** Polynomials in one variable, by Horner's scheme. */
final class Polynomial {
  private Polynomial() {}

  /** The value at x of the polynomial with these coefficients, that of x^0 first. */
  static double at(double x, double... coefficients) {
    double sum = 0;
    for (int k = coefficients.length - 1; k >= 0; k--) {
      sum = sum * x + coefficients[k];
    }
    return sum;
  }
}
