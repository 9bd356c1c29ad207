package ad4j;

import ad4j.engine.RealFunction;
import ad4j.op.Operator;
import ad4j.op.Real;

/**
 * Automatic differentiation. Makes functions {@link Differentiable} with the operators and engines
 * that are {@linkplain Installation#standard() installed}.
 *
 * {@snippet :
 * Operator sin = Ad.operator("sin");
 * var f = Ad.multivariate(x -> sin.of(x[0].times(x[1])));
 * double[] gradient = f.gradient(2, 3);
 * }
 */
public final class Ad {
  private Ad() {}

  /** A function of one variable, written on {@link Real}. */
  public static Differentiable univariate(RealToReal f) {
    return differentiable(
        x -> {
          Arguments.require(x.length == 1, "one argument is needed, not " + x.length);
          return new Real[] {f.at(x[0])};
        });
  }

  /** A function of several variables, written on {@link Real}. */
  public static Differentiable multivariate(RealsToReal f) {
    return differentiable(x -> new Real[] {f.at(x)});
  }

  /** A function of several variables with several results, written on {@link Real}. */
  public static Differentiable vectorValued(RealsToReals f) {
    return differentiable(f::at);
  }

  /**
   * The installed operator with this name.
   *
   * @throws ad4j.error.UnknownOperatorException if there is none
   */
  public static Operator operator(String name) {
    return Installation.standard().operators().named(name);
  }

  private static Differentiable differentiable(RealFunction f) {
    return new Differentiable(f, Installation.standard().differentiator());
  }
}
