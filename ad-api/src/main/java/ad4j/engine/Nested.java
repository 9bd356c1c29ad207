package ad4j.engine;

import ad4j.op.Real;

/** Higher derivatives by differentiating derivatives. */
final class Nested {
  private Nested() {}

  static Real[][] taylor(
      ForwardEngine engine, RealFunction f, Real[] x, Real[] direction, int order) {
    Real[][] coefficients = new Real[order + 1][];
    RealFunction derivative = f;
    double factorial = 1;
    for (int k = 0; k <= order; k++) {
      factorial *= Math.max(1, k);
      coefficients[k] = derivative.apply(x);
      for (int i = 0; i < coefficients[k].length; i++) {
        coefficients[k][i] = coefficients[k][i].dividedBy(factorial);
      }
      RealFunction previous = derivative;
      derivative = at -> engine.pushforward(previous, at, new Real[][] {direction}).tangents()[0];
    }
    return coefficients;
  }
}
