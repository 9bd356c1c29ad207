package ad4j.explain;

import ad4j.engine.Graph;
import ad4j.engine.Graph.Operand;
import ad4j.explain.Formula.Apply;
import ad4j.op.Operator;
import ad4j.op.Real;
import java.util.List;
import java.util.stream.IntStream;

/** The formulas of nodes and of partials, in names. */
final class Slopes {
  /** A longer formula would not help: the number is shown alone. */
  private static final int LONGEST = 48;

  private final Reduction reduction;
  private final String[] names;
  private final FormulaText text;

  Slopes(Reduction reduction, String[] names, FormulaText text) {
    this.reduction = reduction;
    this.names = names;
    this.text = text;
  }

  /** How an operation is computed, in names. */
  Formula formula(Graph.Node node, Operator operator) {
    return new Apply(operator, node.operands().stream().map(this::symbol).toList());
  }

  /** How an operation is computed, in numbers. */
  static Formula numbers(Graph.Node node, Operator operator) {
    List<Formula> numbers =
        node.operands().stream()
            .<Formula>map(operand -> new Formula.Numeral(operand.value()))
            .toList();
    return new Apply(operator, numbers);
  }

  private Formula symbol(Operand operand) {
    int position = reduction.position(operand);
    return position >= 0 ? new Formula.Name(names[position]) : new Formula.Numeral(operand.value());
  }

  /**
   * The partial of the node at {@code position} by those of its operands, in names; or its number
   * where the rule has no readable form: where it states cases, or asks for numbers.
   */
  Formula partial(int position, List<Integer> operands, double number) {
    Graph.Node node = reduction.node(position);
    Operator operator = node.operator();
    if (operator == null || !operator.kinks().isEmpty()) {
      return new Formula.Numeral(number);
    }
    try {
      Formula sum = sum(operands.stream().map(k -> rule(node, operator, position, k)).toList());
      return text.text(sum).length() <= LONGEST ? sum : new Formula.Numeral(number);
    } catch (FormulaReal.NoNumberException e) {
      return new Formula.Numeral(number);
    }
  }

  private Formula rule(Graph.Node node, Operator operator, int position, int index) {
    Real[] xs = node.operands().stream().map(operand -> real(symbol(operand))).toArray(Real[]::new);
    Real y = real(new Formula.Name(names[position]));
    return FormulaReal.formula(operator.slope(index, xs, y));
  }

  private static Real real(Formula formula) {
    return formula instanceof Formula.Numeral number
        ? Real.constant(number.value())
        : new FormulaReal(formula, Simplifier::apply);
  }

  private static Formula sum(List<Formula> terms) {
    Formula first = terms.getFirst();
    if (terms.stream().allMatch(first::equals)) {
      Real count = Real.constant(terms.size());
      return FormulaReal.formula(real(first).times(count));
    }
    Real[] reals = terms.stream().map(Slopes::real).toArray(Real[]::new);
    Real sum =
        IntStream.range(1, reals.length).mapToObj(i -> reals[i]).reduce(reals[0], Real::plus);
    return FormulaReal.formula(sum);
  }
}
