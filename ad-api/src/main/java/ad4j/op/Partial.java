package ad4j.op;

import ad4j.op.Rule.Form;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A partial as a function on plain doubles, derived from its {@link Slope} by applying that to
 * symbols: no numbers are boxed when a sweep evaluates it. Same operations in the same order as the
 * rule on constants, so the results are equal bit for bit.
 *
 * <p>One final class with a form instead of a class a form: most partials are a number or an
 * argument, and a test of the form is several times faster than a virtual call with many targets.
 */
final class Partial {
  private final Form form;
  private final double number;
  private final @Nullable Operator operator;
  private final Partial[] parts;
  private final OnReals direct;

  private Partial(
      Form form, double number, @Nullable Operator operator, Partial[] parts, OnReals direct) {
    this.form = form;
    this.number = number;
    this.operator = operator;
    this.parts = parts;
    this.direct = direct;
  }

  static Partial of(Slope.Unary slope) {
    return derive(
        () -> slope.at(new Symbol(argument(Form.FIRST)), new Symbol(argument(Form.RESULT))),
        (x, y, z) -> slope.at(Real.constant(x), Real.constant(z)));
  }

  static Partial of(Slope.Binary slope) {
    return derive(
        () ->
            slope.at(
                new Symbol(argument(Form.FIRST)),
                new Symbol(argument(Form.SECOND)),
                new Symbol(argument(Form.RESULT))),
        (x, y, z) -> slope.at(Real.constant(x), Real.constant(y), Real.constant(z)));
  }

  static Partial number(double number) {
    return new Partial(Form.NUMBER, number, null, new Partial[0], Partial::none);
  }

  static Partial operation(Operator operator, Partial... parts) {
    return new Partial(Form.OPERATION, 0, operator, parts, Partial::none);
  }

  private static Partial argument(Form form) {
    return new Partial(form, 0, null, new Partial[0], Partial::none);
  }

  private static Partial derive(Supplier<Real> symbolic, OnReals direct) {
    try {
      return Symbol.formula(symbolic.get());
    } catch (Symbol.NotSymbolic e) { // the rule branches by its arguments: evaluate it each time
      return new Partial(Form.DIRECT, 0, null, new Partial[0], direct);
    }
  }

  Form form() {
    return form;
  }

  /**
   * The partial at the arguments {@code x}, {@code y}, where the operator's result is {@code z}.
   */
  double at(double x, double y, double z) {
    Form own = form;
    if (own == Form.NUMBER) {
      return number;
    }
    if (own == Form.SECOND) {
      return y;
    }
    if (own == Form.FIRST) {
      return x;
    }
    return own == Form.RESULT ? z : evaluated(x, y, z);
  }

  private double evaluated(double x, double y, double z) {
    return switch (operator) {
      case BinaryOperator binary -> binary.value(parts[0].at(x, y, z), parts[1].at(x, y, z));
      case UnaryOperator unary -> unary.value(parts[0].at(x, y, z));
      case NaryOperator nary -> {
        double[] xs = new double[parts.length];
        for (int i = 0; i < xs.length; i++) {
          xs[i] = parts[i].at(x, y, z);
        }
        yield nary.value(xs);
      }
      case null -> direct.at(x, y, z).primal();
    };
  }

  private static Real none(double x, double y, double z) {
    return Constant.ZERO;
  }

  @FunctionalInterface
  private interface OnReals {
    Real at(double x, double y, double z);
  }
}
