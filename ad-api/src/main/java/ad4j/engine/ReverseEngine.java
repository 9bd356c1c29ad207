package ad4j.engine;

import ad4j.op.Real;

/** Propagates adjoints backwards from the results. */
public non-sealed interface ReverseEngine extends Engine {
  /**
   * Runs {@code f} once at {@code x} and keeps what pulling adjoints back needs.
   *
   * @param x constants, or reals of enclosing differentiations
   */
  Pullback pullback(RealFunction f, Real[] x);

  /**
   * The same at plain doubles; an engine that keeps doubles overrides it, so that none is boxed.
   */
  default Pullback pullback(RealFunction f, double[] x) {
    return pullback(f, Real.constants(x));
  }
}
