package ad4j.op;

/**
 * The value of an operator on plain doubles. Must be pure, thread-safe, and follow IEEE 754 outside
 * its domain. Not serializable: linking hundreds of serializable lambdas would double the start-up.
 */
public sealed interface Value {
  /** A value of one argument. */
  @FunctionalInterface
  non-sealed interface Unary extends Value {
    /** The value at {@code x}. */
    double at(double x);
  }

  /** A value of two arguments. */
  @FunctionalInterface
  non-sealed interface Binary extends Value {
    /** The value at {@code (x, y)}. */
    double at(double x, double y);
  }

  /** A value of any number of arguments. */
  @FunctionalInterface
  non-sealed interface Nary extends Value {
    /** The value at {@code xs}, which it may not change. */
    double at(double[] xs);
  }
}
