package ad4j.op;

import static ad4j.op.Operator.declared;

/** An {@link Operator} of a fixed number of arguments other than 1 and 2, or of any number. */
public final class NaryOperator extends Operator {
  private final int arity;
  private final Value.Nary value;
  private final Slope.Nary slope;

  private NaryOperator(Facts facts, int arity, Value.Nary value, Slope.Nary slope) {
    super(facts);
    this.arity = arity;
    this.value = value;
    this.slope = slope;
  }

  @Override
  public int arity() {
    return arity;
  }

  @Override
  public Real of(Real... xs) {
    requireArity(xs.length);
    Real top = Constant.ZERO;
    for (Real x : xs) {
      top = x.level() > top.level() ? x : top;
    }
    return top.bind(this, xs.clone());
  }

  @Override
  public double value(double... xs) {
    requireArity(xs.length);
    return value.at(xs);
  }

  @Override
  public Real slope(int index, Real[] xs, Real y) {
    return slope.at(index, xs, y);
  }

  @Override
  public double partial(int index, double[] xs, double y) {
    return slope.at(index, Real.constants(xs), Real.constant(y)).primal();
  }

  /** States the intervals of its arguments; the last one holds for all that follow. */
  public NaryOperator domain(Domain... domains) {
    return new NaryOperator(facts().with(domains), arity, value, slope);
  }

  /** States value and partials at a special point. */
  public NaryOperator edge(double[] at, double edgeValue, double... slopes) {
    return new NaryOperator(facts().with(Edge.of(at, edgeValue, slopes)), arity, value, slope);
  }

  /** States where the slope does not exist. */
  public NaryOperator kink(Kink kink) {
    return new NaryOperator(facts().with(kink), arity, value, slope);
  }

  /** States in words what it is. */
  public NaryOperator doc(String words) {
    return new NaryOperator(facts().with(words), arity, value, slope);
  }

  /** A declaration that still lacks value and slope. */
  public static final class Named {
    private final Facts facts;
    private final int arity;

    Named(Facts facts, int arity) {
      this.facts = facts;
      this.arity = arity;
    }

    /** States the value. */
    public Valued value(Value.Nary value) {
      return new Valued(facts, arity, declared(value, facts, "value"));
    }
  }

  /** A declaration that still lacks its slope. */
  public static final class Valued {
    private final Facts facts;
    private final int arity;
    private final Value.Nary value;

    private Valued(Facts facts, int arity, Value.Nary value) {
      this.facts = facts;
      this.arity = arity;
      this.value = value;
    }

    /** States the partials, given the index, the arguments and the result. */
    public NaryOperator slope(Slope.Nary slope) {
      return new NaryOperator(facts, arity, value, declared(slope, facts, "slope"));
    }
  }
}
