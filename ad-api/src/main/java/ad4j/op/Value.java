package ad4j.op;

import java.io.Serializable;

/**
 * The value of an operator on plain doubles. Serializable, so that a method reference can be traced
 * back to its method. Must be pure, thread-safe, and follow IEEE 754 outside its domain.
 */
public sealed interface Value extends Serializable {
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
