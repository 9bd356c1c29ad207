package ad4j.op;

import org.jspecify.annotations.Nullable;

/**
 * An {@link Operator} of a fixed number of arguments other than 1 and 2, or of any number. A
 * record, as {@link UnaryOperator} is.
 *
 * @param facts what is stated besides value and slope
 * @param arity how many arguments, or {@link Operator#VARIADIC}
 * @param body the value
 * @param rule the partials
 */
public record NaryOperator(Facts facts, int arity, Value.Nary body, Slope.Nary rule)
    implements Operator {
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
    return body.at(xs);
  }

  @Override
  public Real slope(int index, Real[] xs, Real y) {
    return facts.checked(() -> rule.at(index, xs, y));
  }

  @Override
  public double partial(int index, double[] xs, double y) {
    return slope(index, Real.constants(xs), Real.constant(y)).primal();
  }

  /** States the intervals of its arguments; the last one holds for all that follow. */
  public NaryOperator domain(Domain... domains) {
    return new NaryOperator(facts.with(domains), arity, body, rule);
  }

  /** States value and partials at a special point. */
  public NaryOperator edge(double[] at, double edgeValue, double... slopes) {
    return new NaryOperator(facts.with(Edge.of(at, edgeValue, slopes)), arity, body, rule);
  }

  /** States where the slope does not exist. */
  public NaryOperator kink(Kink kink) {
    return new NaryOperator(facts.with(kink), arity, body, rule);
  }

  /** States in words what it is. */
  public NaryOperator doc(String words) {
    return new NaryOperator(facts.with(words), arity, body, rule);
  }

  private void requireArity(int given) {
    if (arity != VARIADIC) {
      facts.requireArity(arity, given);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return name();
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
      return new Valued(facts, arity, facts.declared(value, "value"));
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
      return new NaryOperator(facts, arity, value, facts.declared(slope, "slope"));
    }
  }
}
