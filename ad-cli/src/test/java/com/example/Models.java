package com.example;

/** What the command line is given as class files. */
public final class Models {
  private Models() {}

  static double example1(double y, double w, double x, double b) {
    double c = y - Math.max(0, w * x + b);
    return c;
  }

  static double example2(double x, double y) {
    double r = x * y;
    double u = Math.cos(r);
    double v = Math.sin(r);
    double z = u + v;
    return z;
  }

  static double rosenbrock(double[] x) {
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double a = x[i + 1] - x[i] * x[i];
      double b = 1 - x[i];
      sum += 100 * a * a + b * b;
    }
    return sum;
  }

  static double[] polar(double[] p) {
    return new double[] {p[0] * Math.cos(p[1]), p[0] * Math.sin(p[1])};
  }

  static double abs(double x) {
    return Math.abs(x);
  }

  static double third(double[] x) {
    return x[0] * x[2];
  }

  static double root(double x) {
    if (x < 0) {
      throw new ArithmeticException("negative");
    }
    return Math.sqrt(x);
  }

  static double scaled(double x, int times) {
    return x * times;
  }

  static void fill(double[] x) {
    x[0] = 1;
  }

  static double twice(double x) {
    return 2 * x;
  }

  static double twice(double x, double y) {
    return 2 * x * y;
  }

  static double single(double x) {
    float y = (float) x;
    return y * x;
  }

  static double forever(double x) {
    double y = x;
    while (y > 0) {
      y = y * 0.5 + 1;
    }
    return y;
  }

  static double told(double x) {
    if (x < 0) {
      throw new IllegalArgumentException("x is " + x + ", below 0");
    }
    return x;
  }

  static double endless(double x) {
    return x > 1e9 ? x : x * endless(x);
  }
}
