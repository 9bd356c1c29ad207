package ad4j.forward;

import ad4j.engine.Activation;
import ad4j.engine.Pushforward;
import ad4j.op.BinaryOperator;
import ad4j.op.Comparison;
import ad4j.op.NaryOperator;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;

/** A plain double with one tangent a direction: a number of the outermost differentiation. */
final class Dual extends Real implements Activation.Tracked {
  private final Activation activation;
  private final double value;
  private final double[] tangents;

  Dual(Activation activation, double value, double[] tangents) {
    super(activation.level());
    this.activation = activation;
    this.value = value;
    this.tangents = tangents;
  }

  static Pushforward pushforward(Real[] results, Activation activation, int directions) {
    Real[] values = new Real[results.length];
    Real[][] tangents = new Real[directions][results.length];
    for (int i = 0; i < results.length; i++) {
      values[i] = constant(results[i].primal());
      boolean own = activation.owns(results[i]);
      for (int k = 0; k < directions; k++) {
        tangents[k][i] = constant(own ? ((Dual) results[i]).tangents[k] : 0);
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
    return value;
  }

  @Override
  protected Real bind(UnaryOperator operator, Real x) {
    activation.check();
    double y = operator.value(value);
    double[] sums = new double[tangents.length];
    add(sums, this, operator.partial(value, y));
    return new Dual(activation, y, sums);
  }

  @Override
  protected Real bind(BinaryOperator operator, Real x, Real y) {
    activation.check();
    double a = x.primal();
    double b = y.primal();
    double z = operator.value(a, b);
    double[] sums = new double[tangents.length];
    if (activation.owns(x)) {
      add(sums, (Dual) x, operator.firstPartial(a, b, z));
    }
    if (activation.owns(y)) {
      add(sums, (Dual) y, operator.secondPartial(a, b, z));
    }
    return new Dual(activation, z, sums);
  }

  @Override
  protected Real bind(NaryOperator operator, Real[] xs) {
    activation.check();
    double[] values = values(xs);
    double y = operator.value(values);
    double[] sums = new double[tangents.length];
    Real[] constants = constants(values);
    Real result = constant(y);
    for (int i = 0; i < xs.length; i++) {
      if (activation.owns(xs[i])) {
        add(sums, (Dual) xs[i], operator.slope(i, constants, result).primal());
      }
    }
    return new Dual(activation, y, sums);
  }

  @Override
  protected boolean bind(Comparison comparison, Real x, Real y) {
    activation.check();
    return comparison.holds(x.primal(), y.primal());
  }

  /** Adds {@code partial} times the tangents of {@code x}; 0 wherever a factor is 0. */
  private static void add(double[] sums, Dual x, double partial) {
    if (partial == 0) {
      return;
    }
    double[] tangents = x.tangents;
    for (int k = 0; k < sums.length; k++) {
      if (tangents[k] != 0) {
        sums[k] += partial * tangents[k];
      }
    }
  }
}
