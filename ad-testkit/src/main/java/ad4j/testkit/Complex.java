package ad4j.testkit;

/**
 * A complex number: by an imaginary step of 1e-100 it gives derivatives to full precision without
 * any rule of differentiation. W. Squire, G. Trapp, "Using complex variables to estimate
 * derivatives of real functions", SIAM Review 40 (1998).
 */
record Complex(double re, double im) {
  static final double STEP = 1e-100;

  Complex plus(Complex y) {
    return new Complex(re + y.re, im + y.im);
  }

  Complex minus(Complex y) {
    return new Complex(re - y.re, im - y.im);
  }

  Complex times(Complex y) {
    return new Complex(re * y.re - im * y.im, re * y.im + im * y.re);
  }

  Complex dividedBy(Complex y) {
    double norm = y.re * y.re + y.im * y.im;
    return new Complex((re * y.re + im * y.im) / norm, (im * y.re - re * y.im) / norm);
  }

  Complex sin() {
    return new Complex(Math.sin(re) * Math.cosh(im), Math.cos(re) * Math.sinh(im));
  }

  Complex cos() {
    return new Complex(Math.cos(re) * Math.cosh(im), -Math.sin(re) * Math.sinh(im));
  }

  Complex exp() {
    return new Complex(Math.exp(re) * Math.cos(im), Math.exp(re) * Math.sin(im));
  }

  static Complex of(double re) {
    return new Complex(re, 0);
  }
}
