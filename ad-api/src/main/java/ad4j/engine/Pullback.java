package ad4j.engine;

import ad4j.op.Real;

/** A function's results at a point, and the way back from them. Used by one thread at a time. */
public interface Pullback extends AutoCloseable {
  /** The results of the function. */
  Real[] value();

  /**
   * The adjoints of the inputs for these adjoints of the results; may be called again.
   *
   * @param weights as long as {@link #value()}
   */
  Real[] adjoints(Real[] weights);

  /** The results, as plain doubles; a new array. */
  default double[] values() {
    return Real.values(value());
  }

  /**
   * Like {@link #adjoints(Real[])}, on plain doubles; a new array. An engine that keeps doubles
   * overrides both, so that none is boxed.
   */
  default double[] adjoints(double[] weights) {
    return Real.values(adjoints(Real.constants(weights)));
  }

  /** Lets the engine use its memory for something else; nothing may be asked of it afterwards. */
  @Override
  default void close() {}
}
