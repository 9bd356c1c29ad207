package ad4j.op;

/**
 * A partial as a function on plain doubles, derived from its {@link Slope} by applying that to
 * symbols: no numbers are boxed when a sweep evaluates it. Same operations in the same order as the
 * rule on constants, so the results are equal bit for bit.
 */
abstract class Partial {
  /**
   * The partial at the arguments {@code x}, {@code y}, where the operator's result is {@code z}.
   */
  abstract double at(double x, double y, double z);

  static Partial of(Slope.Unary slope) {
    return derive(
        () -> slope.at(new Symbol(new X()), new Symbol(new Z())),
        (x, y, z) -> slope.at(Real.constant(x), Real.constant(z)));
  }

  static Partial of(Slope.Binary slope) {
    return derive(
        () -> slope.at(new Symbol(new X()), new Symbol(new Y()), new Symbol(new Z())),
        (x, y, z) -> slope.at(Real.constant(x), Real.constant(y), Real.constant(z)));
  }

  private static Partial derive(java.util.function.Supplier<Real> symbolic, OnReals direct) {
    try {
      return Symbol.formula(symbolic.get());
    } catch (Symbol.NotSymbolic e) {
      return new Direct(direct); // the rule branches by its arguments: evaluate it each time
    }
  }

  @FunctionalInterface
  interface OnReals {
    Real at(double x, double y, double z);
  }

  static final class Direct extends Partial {
    private final OnReals rule;

    Direct(OnReals rule) {
      this.rule = rule;
    }

    @Override
    double at(double x, double y, double z) {
      return rule.at(x, y, z).primal();
    }
  }

  static final class X extends Partial {
    @Override
    double at(double x, double y, double z) {
      return x;
    }
  }

  static final class Y extends Partial {
    @Override
    double at(double x, double y, double z) {
      return y;
    }
  }

  static final class Z extends Partial {
    @Override
    double at(double x, double y, double z) {
      return z;
    }
  }

  static final class Fixed extends Partial {
    private final double number;

    Fixed(double number) {
      this.number = number;
    }

    @Override
    double at(double x, double y, double z) {
      return number;
    }
  }

  static final class OfOne extends Partial {
    private final UnaryOperator operator;
    private final Partial a;

    OfOne(UnaryOperator operator, Partial a) {
      this.operator = operator;
      this.a = a;
    }

    @Override
    double at(double x, double y, double z) {
      return operator.value(a.at(x, y, z));
    }
  }

  static final class OfTwo extends Partial {
    private final BinaryOperator operator;
    private final Partial a;
    private final Partial b;

    OfTwo(BinaryOperator operator, Partial a, Partial b) {
      this.operator = operator;
      this.a = a;
      this.b = b;
    }

    @Override
    double at(double x, double y, double z) {
      return operator.value(a.at(x, y, z), b.at(x, y, z));
    }
  }

  static final class OfMany extends Partial {
    private final NaryOperator operator;
    private final Partial[] parts;

    OfMany(NaryOperator operator, Partial[] parts) {
      this.operator = operator;
      this.parts = parts;
    }

    @Override
    double at(double x, double y, double z) {
      double[] xs = new double[parts.length];
      for (int i = 0; i < xs.length; i++) {
        xs[i] = parts[i].at(x, y, z);
      }
      return operator.value(xs);
    }
  }
}
