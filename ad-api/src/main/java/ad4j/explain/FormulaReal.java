package ad4j.explain;

import ad4j.op.BinaryOperator;
import ad4j.op.Comparison;
import ad4j.op.NaryOperator;
import ad4j.op.Operator;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** A real that is a formula: a rule applied to such reals says in names what it computes. */
final class FormulaReal extends Real {
  private final Formula formula;
  private final BiFunction<Operator, List<Formula>, Formula> combination;

  /** A formula, and how further operations combine formulas. */
  FormulaReal(Formula formula, BiFunction<Operator, List<Formula>, Formula> combination) {
    super(Integer.MAX_VALUE);
    this.formula = formula;
    this.combination = combination;
  }

  static Formula formula(Real x) {
    return x instanceof FormulaReal real ? real.formula : new Formula.Numeral(x.primal());
  }

  @Override
  public double primal() {
    throw new NoNumberException();
  }

  @Override
  protected Real bind(UnaryOperator operator, Real x) {
    return combined(operator, x);
  }

  @Override
  protected Real bind(BinaryOperator operator, Real x, Real y) {
    return combined(operator, x, y);
  }

  @Override
  protected Real bind(NaryOperator operator, Real[] xs) {
    return combined(operator, xs);
  }

  @Override
  protected boolean bind(Comparison comparison, Real x, Real y) {
    throw new NoNumberException();
  }

  private Real combined(Operator operator, Real... xs) {
    List<Formula> operands = Arrays.stream(xs).map(FormulaReal::formula).toList();
    return new FormulaReal(combination.apply(operator, operands), combination);
  }

  @Override
  public String toString() {
    return formula.toString();
  }

  /** A rule asked for a number where there are only names. */
  static final class NoNumberException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoNumberException() {
      super("a formula has no number", null, false, false);
    }
  }
}
