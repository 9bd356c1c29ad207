package ad4j.ops;

import ad4j.op.BinaryOperator;
import ad4j.op.Comparison;
import ad4j.op.NaryOperator;
import ad4j.op.Operator;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;
import java.util.function.Function;

/** A dual number over reals of lower level: the plainest engine there is, to test rules with. */
final class TestDual extends Real {
  private static final Real ZERO = Real.constant(0);

  private final Real value;
  private final Real tangent;

  private TestDual(int level, Real value, Real tangent) {
    super(level);
    this.value = value;
    this.tangent = tangent;
  }

  /**
   * A mixed partial of {@code f} at {@code at}: by the argument {@code indices[0]}, of that by
   * {@code indices[1]}, and so on.
   */
  static double partial(Function<Real[], Real> f, double[] at, int... indices) {
    Real[] xs = Real.constants(at);
    int level = 0;
    for (int index : indices) {
      level++;
      xs[index] = new TestDual(level, xs[index], Real.constant(1));
    }
    Real result = f.apply(xs);
    for (; level > 0; level--) {
      result = result.level() == level ? ((TestDual) result).tangent : ZERO;
    }
    return result.primal();
  }

  private Real valueOf(Real x) {
    return x.level() == level() ? ((TestDual) x).value : x;
  }

  private Real tangentOf(Real x) {
    return x.level() == level() ? ((TestDual) x).tangent : ZERO;
  }

  private Real pushed(Operator operator, Real... xs) {
    Real[] values = new Real[xs.length];
    for (int i = 0; i < xs.length; i++) {
      values[i] = valueOf(xs[i]);
    }
    Real result = operator.of(values);
    Real sum = ZERO;
    for (int i = 0; i < xs.length; i++) {
      Real dx = tangentOf(xs[i]);
      if (!dx.isZero()) {
        sum = sum.accumulate(dx.chain(operator.slope(i, values, result)));
      }
    }
    return new TestDual(level(), result, sum);
  }

  @Override
  public double primal() {
    return value.primal();
  }

  @Override
  protected Real bind(UnaryOperator operator, Real x) {
    return pushed(operator, x);
  }

  @Override
  protected Real bind(BinaryOperator operator, Real x, Real y) {
    return pushed(operator, x, y);
  }

  @Override
  protected Real bind(NaryOperator operator, Real[] xs) {
    return pushed(operator, xs);
  }

  @Override
  protected boolean bind(Comparison comparison, Real x, Real y) {
    return comparison.holds(x.primal(), y.primal());
  }
}
