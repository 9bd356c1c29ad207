package ad4j.compiler.facade;

/** Functions to differentiate. */
final class Models {
  private Models() {}

  /** A pair of numbers. */
  record Pair(double a, double b) {
    double product() {
      return a * b;
    }
  }

  /** Weights of a line. */
  record Line(double[] slopes, double offset, int power) {}

  static double rosenbrock(double[] x) {
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double a = 1 - x[i];
      double b = x[i + 1] - x[i] * x[i];
      sum += a * a + 100 * b * b;
    }
    return sum;
  }

  static double[] rosenbrockSlopes(double[] x) {
    double[] slopes = new double[x.length];
    for (int i = 0; i + 1 < x.length; i++) {
      double b = x[i + 1] - x[i] * x[i];
      slopes[i] += -2 * (1 - x[i]) - 400 * x[i] * b;
      slopes[i + 1] += 200 * b;
    }
    return slopes;
  }

  /** {@code (x0 x1, x1 + x2^2, x0)} for three inputs. */
  static double[] mapping(double[] x) {
    return new double[] {x[0] * x[1], x[1] + x[2] * x[2], x[0]};
  }

  static void writing(double[] x, double[] y) {
    y[0] = x[0] * x[1];
    y[1] = x[1] + x[2] * x[2];
    y[2] = x[0];
  }

  static double overwriting(double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = x[i] * x[i];
    }
    double sum = 0;
    for (double each : x) {
      sum += each * each;
    }
    return sum;
  }

  static double ofPair(Pair pair) {
    return pair.product() + pair.a();
  }

  static double ofLine(Line line, double[] x) {
    double sum = line.offset();
    for (int i = 0; i < x.length; i++) {
      sum += line.slopes()[i] * Math.pow(x[i], line.power());
    }
    return sum;
  }

  static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  /** {@code x[0] = 3 y[0]}, then the product of both. */
  static double storing(double[] x, double[] y) {
    x[0] = 3 * y[0];
    return x[0] * y[0];
  }

  static double power(double x, int n) {
    return n == 0 ? 1 : x * power(x, n - 1);
  }

  static double throwing(double[] x) {
    double y = x[0] * x[0];
    if (y > 10) {
      throw new IllegalStateException("too large: " + y);
    }
    return y;
  }
}
