package ad4j.testkit.engines;

import ad4j.engine.Activation;
import ad4j.op.BinaryOperator;
import ad4j.op.Comparison;
import ad4j.op.NaryOperator;
import ad4j.op.Operator;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;
import java.util.Arrays;

/** A value and its tangent. */
final class Pair extends Real implements Activation.Tracked {
  private final Activation activation;
  private final Real value;
  private final Real tangent;

  Pair(Activation activation, Real value, Real tangent) {
    super(activation.level());
    this.activation = activation;
    this.value = value;
    this.tangent = tangent;
  }

  static Real value(Activation own, Real x) {
    return own.owns(x) ? ((Pair) x).value : x;
  }

  static Real tangent(Activation own, Real x) {
    return own.owns(x) ? ((Pair) x).tangent : constant(0);
  }

  @Override
  public Activation activation() {
    return activation;
  }

  @Override
  public double primal() {
    return value.primal();
  }

  private Real apply(Operator operator, Real... xs) {
    activation.check();
    Real[] values = Arrays.stream(xs).map(x -> value(activation, x)).toArray(Real[]::new);
    Real result = operator.of(values);
    Real sum = constant(0);
    for (int i = 0; i < xs.length; i++) {
      Real dx = tangent(activation, xs[i]);
      sum = dx.isZero() ? sum : sum.accumulate(dx.chain(operator.slope(i, values, result)));
    }
    return new Pair(activation, result, sum);
  }

  @Override
  protected Real bind(UnaryOperator operator, Real x) {
    return apply(operator, x);
  }

  @Override
  protected Real bind(BinaryOperator operator, Real x, Real y) {
    return apply(operator, x, y);
  }

  @Override
  protected Real bind(NaryOperator operator, Real[] xs) {
    return apply(operator, xs);
  }

  @Override
  protected boolean bind(Comparison comparison, Real x, Real y) {
    activation.check();
    return value(activation, x).is(comparison, value(activation, y));
  }
}
