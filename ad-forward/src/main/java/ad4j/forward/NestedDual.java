package ad4j.forward;

import ad4j.engine.Activation;
import ad4j.engine.Pushforward;
import ad4j.op.BinaryOperator;
import ad4j.op.Comparison;
import ad4j.op.NaryOperator;
import ad4j.op.Operator;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;
import java.util.Arrays;

/** A real of enclosing differentiations with one tangent a direction, which are such reals too. */
final class NestedDual extends Real implements Activation.Tracked {
  private final Activation activation;
  private final Real value;
  private final Real[] tangents;

  NestedDual(Activation activation, Real value, Real[] tangents) {
    super(activation.level());
    this.activation = activation;
    this.value = value;
    this.tangents = tangents;
  }

  static Pushforward pushforward(Real[] results, Activation activation, int directions) {
    Real[] values = new Real[results.length];
    Real[][] tangents = new Real[directions][results.length];
    for (int i = 0; i < results.length; i++) {
      values[i] = inner(results[i], activation);
      boolean own = activation.owns(results[i]);
      for (int k = 0; k < directions; k++) {
        tangents[k][i] = own ? ((NestedDual) results[i]).tangents[k] : constant(0);
      }
    }
    return new Pushforward(values, tangents);
  }

  @Override
  public Activation activation() {
    return activation;
  }

  @Override
  public double primal() {
    return value.primal();
  }

  @Override
  public double value() {
    return value.value();
  }

  @Override
  protected Real bind(UnaryOperator operator, Real x) {
    activation.check();
    Real y = operator.of(value);
    return new NestedDual(activation, y, sums(operator, y, x));
  }

  @Override
  protected Real bind(BinaryOperator operator, Real x, Real y) {
    activation.check();
    Real z = operator.of(inner(x, activation), inner(y, activation));
    return new NestedDual(activation, z, sums(operator, z, x, y));
  }

  @Override
  protected Real bind(NaryOperator operator, Real[] xs) {
    activation.check();
    Real y = operator.of(inner(xs, activation));
    return new NestedDual(activation, y, sums(operator, y, xs));
  }

  @Override
  protected boolean bind(Comparison comparison, Real x, Real y) {
    activation.check();
    return inner(x, activation).is(comparison, inner(y, activation));
  }

  private Real[] sums(Operator operator, Real y, Real... xs) {
    Real[] sums = new Real[tangents.length];
    Arrays.fill(sums, constant(0));
    Real[] values = inner(xs, activation);
    for (int i = 0; i < xs.length; i++) {
      if (activation.owns(xs[i])) {
        add(sums, ((NestedDual) xs[i]).tangents, operator.slope(i, values, y));
      }
    }
    return sums;
  }

  private static void add(Real[] sums, Real[] tangents, Real partial) {
    for (int k = 0; k < sums.length; k++) {
      sums[k] = sums[k].accumulate(tangents[k].chain(partial));
    }
  }

  private static Real[] inner(Real[] xs, Activation activation) {
    return Arrays.stream(xs).map(x -> inner(x, activation)).toArray(Real[]::new);
  }

  private static Real inner(Real x, Activation activation) {
    return activation.owns(x) ? ((NestedDual) x).value : x;
  }
}
