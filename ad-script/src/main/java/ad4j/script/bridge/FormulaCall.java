package ad4j.script.bridge;

import ad4j.engine.Positions;
import ad4j.engine.RealFunction;
import ad4j.op.Real;
import ad4j.script.rewrite.Formula;
import ad4j.script.rewrite.Formula.Applied;
import ad4j.script.rewrite.Formula.Term;

/**
 * A formula as a function of reals: the operations that its script would ask for through {@link
 * HostCalls}, in the same order, so that results are equal bit for bit.
 */
public final class FormulaCall implements RealFunction {
  private final Formula formula;
  private final Runnable check;
  private final RealFunction otherwise;
  private final Places places;

  /**
   * Computes this formula.
   *
   * @param check throws if the computation is not wanted any more
   * @param otherwise takes over where an operator fails
   */
  public FormulaCall(Formula formula, Runnable check, RealFunction otherwise) {
    this.formula = formula;
    this.check = check;
    this.otherwise = otherwise;
    this.places = new Places(formula.sites());
  }

  @Override
  public Real[] apply(Real[] x) {
    check.run();
    try {
      return values(formula.results().toArray(Term[]::new), x);
    } catch (RuntimeException e) { // whatever an operator of a plugin may throw
      return otherwise.apply(x);
    } finally {
      places.enter(0);
    }
  }

  @Override
  public Positions positions() {
    return places;
  }

  private Real[] values(Term[] terms, Real[] x) {
    Real[] values = new Real[terms.length];
    for (int i = 0; i < terms.length; i++) {
      values[i] = value(terms[i], x);
    }
    return values;
  }

  private Real value(Term term, Real[] x) {
    return switch (term) {
      case Formula.Constant constant -> constant.value();
      case Formula.Input input -> x[input.index()];
      case Applied applied -> value(applied, values(applied.arguments().toArray(Term[]::new), x));
    };
  }

  /** On plain numbers alone, an operator gives its value, and fails nowhere. */
  private Real value(Applied applied, Real[] arguments) {
    for (Real argument : arguments) {
      if (argument.level() > 0) {
        places.enter(applied.site());
        return applied.operator().of(arguments);
      }
    }
    return Real.constant(applied.operator().value(Real.values(arguments)));
  }
}
