package ad4j.op;

import org.jspecify.annotations.Nullable;

/**
 * A declared {@link Slope} in both its forms: on reals, and on plain doubles as derived from it.
 */
public sealed interface Rule {

  /** The slope of an operator of one argument. */
  final class Unary implements Rule {
    private final Slope.Unary slope;
    private @Nullable Partial partial;

    Unary(Slope.Unary slope) {
      this.slope = slope;
    }

    /** The slope at {@code x}, where the operator's result is {@code y}, as declared. */
    public Real at(Real x, Real y) {
      return slope.at(x, y);
    }

    /** The same on plain doubles. */
    public double at(double x, double y) {
      Partial derived = partial; // a race derives it twice, which does no harm
      if (derived == null) {
        derived = Partial.of(slope);
        partial = derived;
      }
      return derived.at(x, Double.NaN, y);
    }
  }

  /** A partial of an operator of two arguments. */
  final class Binary implements Rule {
    private final Slope.Binary slope;
    private @Nullable Partial partial;

    Binary(Slope.Binary slope) {
      this.slope = slope;
    }

    /** The partial at {@code (x, y)}, where the operator's result is {@code z}, as declared. */
    public Real at(Real x, Real y, Real z) {
      return slope.at(x, y, z);
    }

    /** The same on plain doubles. */
    public double at(double x, double y, double z) {
      Partial derived = partial; // as above
      if (derived == null) {
        derived = Partial.of(slope);
        partial = derived;
      }
      return derived.at(x, y, z);
    }
  }
}
