package ad4j.explain;

import ad4j.error.OperatorException;
import ad4j.explain.Formula.Apply;
import ad4j.op.Operator;
import ad4j.op.Real;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A slope of an operator as its declaration has it, in names. Immutable.
 *
 * @param formula the formula; empty if the rule states cases, for which there is none
 * @param operators the operators that occur in it
 */
public record DeclaredSlope(String formula, Set<Operator> operators) {
  private static final DeclaredSlope BY_CASES = new DeclaredSlope("", Set.of());
  private static final int DIGITS = 6;

  /** Copies the set. */
  public DeclaredSlope {
    operators = Set.copyOf(operators);
  }

  /** The slopes of an operator by all its arguments, called like this; so is the result. */
  public static List<DeclaredSlope> of(Operator operator, List<String> arguments, String result) {
    Real[] xs = arguments.stream().map(DeclaredSlope::name).toArray(Real[]::new);
    return IntStream.range(0, xs.length).mapToObj(i -> of(operator, i, xs, name(result))).toList();
  }

  private static Real name(String text) {
    return new FormulaReal(new Formula.Name(text), Simplifier::apply);
  }

  private static DeclaredSlope of(Operator operator, int index, Real[] xs, Real result) {
    try {
      Formula formula = FormulaReal.formula(operator.slope(index, xs.clone(), result));
      Set<Operator> operators = new LinkedHashSet<>();
      collect(formula, operators);
      return new DeclaredSlope(new FormulaText(new Digits(DIGITS)).text(formula), operators);
    } catch (FormulaReal.NoNumberException | OperatorException e) {
      return BY_CASES;
    }
  }

  private static void collect(Formula formula, Set<Operator> operators) {
    if (formula instanceof Apply apply) {
      operators.add(apply.operator());
      apply.operands().forEach(operand -> collect(operand, operators));
    }
  }
}
