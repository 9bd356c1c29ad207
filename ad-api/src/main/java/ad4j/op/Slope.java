package ad4j.op;

/**
 * A partial of an operator, written on {@link Real}: the one statement of its derivative. It may
 * use operators only, no {@link Real#value()} and no Java branches on its arguments.
 */
public sealed interface Slope {
  /** The slope of an operator of one argument. */
  @FunctionalInterface
  non-sealed interface Unary extends Slope {
    /** The slope at {@code x}, where the operator's result is {@code y}. */
    Real at(Real x, Real y);
  }

  /** A partial of an operator of two arguments. */
  @FunctionalInterface
  non-sealed interface Binary extends Slope {
    /** The partial at {@code (x, y)}, where the operator's result is {@code z}. */
    Real at(Real x, Real y, Real z);
  }

  /** The partials of an operator of any number of arguments. */
  @FunctionalInterface
  non-sealed interface Nary extends Slope {
    /** The partial by {@code xs[index]} at {@code xs}, where the operator's result is {@code y}. */
    Real at(int index, Real[] xs, Real y);
  }
}
