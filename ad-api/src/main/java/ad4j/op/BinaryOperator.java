package ad4j.op;

import org.jspecify.annotations.Nullable;

/**
 * An {@link Operator} of two arguments. A record, as {@link UnaryOperator} is.
 *
 * @param facts what is stated besides value and slopes
 * @param body the value
 * @param byFirst the partial by the first argument
 * @param bySecond the partial by the second argument
 */
public record BinaryOperator(
    Facts facts, Value.Binary body, Rule.Binary byFirst, Rule.Binary bySecond) implements Operator {
  @Override
  public int arity() {
    return 2;
  }

  /** Applies it to {@code x} and {@code y}. */
  public Real of(Real x, Real y) {
    return x.dispatch(this, y);
  }

  @Override
  public Real of(Real... xs) {
    facts.requireArity(2, xs.length);
    return of(xs[0], xs[1]);
  }

  /** Its value at {@code (x, y)}. */
  public double value(double x, double y) {
    return body.at(x, y);
  }

  @Override
  public double value(double... xs) {
    facts.requireArity(2, xs.length);
    return body.at(xs[0], xs[1]);
  }

  /** Its partial by {@code x} at {@code (x, y)}, where its result is {@code z}. */
  public Real first(Real x, Real y, Real z) {
    return byFirst.at(x, y, z);
  }

  /** Its partial by {@code y} at {@code (x, y)}, where its result is {@code z}. */
  public Real second(Real x, Real y, Real z) {
    return bySecond.at(x, y, z);
  }

  @Override
  public Real slope(int index, Real[] xs, Real y) {
    return (index == 0 ? byFirst : bySecond).at(xs[0], xs[1], y);
  }

  /** Its partial by {@code x} on plain doubles, where its result is {@code z}. */
  public double firstPartial(double x, double y, double z) {
    return byFirst.at(x, y, z);
  }

  /** Its partial by {@code y} on plain doubles, where its result is {@code z}. */
  public double secondPartial(double x, double y, double z) {
    return bySecond.at(x, y, z);
  }

  @Override
  public double partial(int index, double[] xs, double y) {
    return index == 0 ? firstPartial(xs[0], xs[1], y) : secondPartial(xs[0], xs[1], y);
  }

  /** States the intervals of its arguments. */
  public BinaryOperator domain(Domain x, Domain y) {
    return new BinaryOperator(facts.with(x, y), body, byFirst, bySecond);
  }

  /** States value and partials at a special point. */
  public BinaryOperator edge(double x, double y, double edgeValue, double byX, double byY) {
    Edge edge = Edge.of(new double[] {x, y}, edgeValue, new double[] {byX, byY});
    return new BinaryOperator(facts.with(edge), body, byFirst, bySecond);
  }

  /** States where the slope does not exist. */
  public BinaryOperator kink(Kink kink) {
    return new BinaryOperator(facts.with(kink), body, byFirst, bySecond);
  }

  /** States in words what it is. */
  public BinaryOperator doc(String words) {
    return new BinaryOperator(facts.with(words), body, byFirst, bySecond);
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

  /** A declaration that still lacks value and slopes. */
  public static final class Named {
    private final Facts facts;

    Named(Facts facts) {
      this.facts = facts;
    }

    /** States the value. */
    public Valued value(Value.Binary value) {
      return new Valued(facts, facts.declared(value, "value"));
    }
  }

  /** A declaration that still lacks its slopes. */
  public static final class Valued {
    private final Facts facts;
    private final Value.Binary value;

    private Valued(Facts facts, Value.Binary value) {
      this.facts = facts;
      this.value = value;
    }

    /** States the partials by both arguments, given the arguments and the result. */
    public BinaryOperator slopes(Slope.Binary byX, Slope.Binary byY) {
      return new BinaryOperator(facts, value, rule(byX), rule(byY));
    }

    private Rule.Binary rule(Slope.Binary slope) {
      Slope.Binary rule = facts.declared(slope, "slopes");
      return new Rule.Binary((x, y, z) -> facts.checked(() -> rule.at(x, y, z)));
    }
  }
}
