package ad4j.op;

import org.jspecify.annotations.Nullable;

/**
 * A declared {@link Slope} in both its forms: on reals, and on plain doubles as derived from it.
 */
public sealed interface Rule {
  /** What a slope simply is, if it is simple. */
  enum Form {
    /** A number. */
    NUMBER,
    /** The first argument. */
    FIRST,
    /** The second argument. */
    SECOND,
    /** The result. */
    RESULT,
    /** Operations on these. */
    OPERATION,
    /** A rule that branches by its arguments. */
    DIRECT
  }

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
      return derived().at(x, y, z);
    }

    /** What it simply is. */
    public Form form() {
      return derived().form();
    }

    /** Whether it is this number, whatever the arguments are. */
    public boolean is(double number) {
      return form() == Form.NUMBER && at(0, 0, 0) == number;
    }

    private Partial derived() {
      Partial derived = partial; // a race derives it twice, which does no harm
      if (derived == null) {
        derived = Partial.of(slope);
        partial = derived;
      }
      return derived;
    }
  }
}
