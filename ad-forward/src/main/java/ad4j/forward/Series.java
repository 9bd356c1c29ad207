package ad4j.forward;

import ad4j.engine.Activation;
import ad4j.op.BinaryOperator;
import ad4j.op.Comparison;
import ad4j.op.NaryOperator;
import ad4j.op.Operator;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A power series in t whose coefficients are computed when they are asked for. An operation knows
 * its coefficients from {@code y' = sum_i slope_i(x, y) x_i'}: the coefficient k+1 of y needs the
 * slopes, which are series too, up to k only. Griewank and Walther, Evaluating Derivatives, §13.2.
 */
final class Series extends Real implements Activation.Tracked {
  private static final Operator IDENTITY =
      Operator.variadic("variable").value(xs -> 0).slope((i, xs, y) -> constant(0));

  private final Expansion expansion;
  private final List<Real> coefficients = new ArrayList<>();
  private final Operator operator;
  private final Real[] operands;
  private Real[] slopes = {};

  private Series(Expansion expansion, Operator operator, Real[] operands, Real first) {
    super(expansion.activation().level());
    this.expansion = expansion;
    this.operator = operator;
    this.operands = operands;
    coefficients.add(first);
  }

  static Series variable(Expansion expansion, Real value, Real direction) {
    Series variable = new Series(expansion, IDENTITY, new Real[0], value);
    variable.coefficients.add(direction);
    // all further ones are 0: it has no operands
    return variable;
  }

  static Series operation(Expansion expansion, Operator operator, Real[] operands) {
    Real[] first =
        Arrays.stream(operands).map(x -> coefficient(expansion, x, 0)).toArray(Real[]::new);
    return new Series(expansion, operator, operands, operator.of(first));
  }

  /** The coefficient of t^k. */
  Real coefficient(int k) {
    while (coefficients.size() <= k) {
      coefficients.add(next(coefficients.size()));
    }
    return coefficients.get(k);
  }

  private Real next(int k) {
    Real sum = constant(0);
    for (int i = 0; i < operands.length; i++) {
      if (expansion.activation().owns(operands[i])) {
        sum = sum.accumulate(convolution((Series) operands[i], slope(i), k));
      }
    }
    return sum.isZero() ? sum : sum.dividedBy(k);
  }

  /** {@code k} times the share of {@code x} in the coefficient of t^k. */
  private Real convolution(Series x, Real slope, int k) {
    Real sum = constant(0);
    for (int j = 1; j <= k; j++) {
      Real derivative = x.coefficient(j).chain(coefficient(expansion, slope, k - j));
      sum = sum.accumulate(j == 1 ? derivative : derivative.chain(constant(j)));
    }
    return sum;
  }

  private Real slope(int i) {
    if (slopes.length == 0) {
      slopes = new Real[operands.length];
      for (int j = 0; j < slopes.length; j++) {
        slopes[j] =
            expansion.activation().owns(operands[j])
                ? expansion.slope(operator, j, operands, this)
                : constant(0);
      }
    }
    return slopes[i];
  }

  private static Real coefficient(Expansion expansion, Real x, int k) {
    if (expansion.activation().owns(x)) {
      return ((Series) x).coefficient(k);
    }
    return k == 0 ? x : constant(0);
  }

  @Override
  public Activation activation() {
    return expansion.activation();
  }

  @Override
  public double primal() {
    return coefficients.getFirst().primal();
  }

  @Override
  public double value() {
    return coefficients.getFirst().value();
  }

  @Override
  protected Real bind(UnaryOperator op, Real x) {
    activation().check();
    return expansion.of(op, x);
  }

  @Override
  protected Real bind(BinaryOperator op, Real x, Real y) {
    activation().check();
    return expansion.of(op, x, y);
  }

  @Override
  protected Real bind(NaryOperator op, Real[] xs) {
    activation().check();
    return expansion.of(op, xs);
  }

  @Override
  protected boolean bind(Comparison comparison, Real x, Real y) {
    activation().check();
    return coefficient(expansion, x, 0).is(comparison, coefficient(expansion, y, 0));
  }
}
