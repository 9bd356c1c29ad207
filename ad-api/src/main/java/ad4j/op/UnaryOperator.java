package ad4j.op;

import org.jspecify.annotations.Nullable;

/**
 * An {@link Operator} of one argument. A record, because the JIT compiler trusts the components of
 * records: an operation through a constant operator costs no call.
 *
 * @param facts what is stated besides value and slope
 * @param body the value
 * @param rule the slope
 */
public record UnaryOperator(Facts facts, Value.Unary body, Rule.Unary rule) implements Operator {
  @Override
  public int arity() {
    return 1;
  }

  /** Applies it to {@code x}. */
  public Real of(Real x) {
    return x.bind(this, x);
  }

  @Override
  public Real of(Real... xs) {
    facts.requireArity(1, xs.length);
    return of(xs[0]);
  }

  /** Its value at {@code x}. */
  public double value(double x) {
    return body.at(x);
  }

  @Override
  public double value(double... xs) {
    facts.requireArity(1, xs.length);
    return body.at(xs[0]);
  }

  /** Its slope at {@code x}, where its result is {@code y}: the declared rule itself. */
  public Real slope(Real x, Real y) {
    return rule.at(x, y);
  }

  @Override
  public Real slope(int index, Real[] xs, Real y) {
    return rule.at(xs[0], y);
  }

  /** Its slope on plain doubles at {@code x}, where its result is {@code y}. */
  public double partial(double x, double y) {
    return rule.at(x, y);
  }

  @Override
  public double partial(int index, double[] xs, double y) {
    return partial(xs[0], y);
  }

  /** States the interval of its argument. */
  public UnaryOperator domain(Domain domain) {
    return new UnaryOperator(facts.with(domain), body, rule);
  }

  /** States value and slope at a special point. */
  public UnaryOperator edge(double at, double edgeValue, double edgeSlope) {
    Edge edge = Edge.of(new double[] {at}, edgeValue, new double[] {edgeSlope});
    return new UnaryOperator(facts.with(edge), body, rule);
  }

  /** States that the slope does not exist at {@code at}. */
  public UnaryOperator kink(double at) {
    return kink(new Kink("x = " + Numbers.text(at), xs -> xs[0] == at));
  }

  /** States where the slope does not exist. */
  public UnaryOperator kink(Kink kink) {
    return new UnaryOperator(facts.with(kink), body, rule);
  }

  /** States in words what it is. */
  public UnaryOperator doc(String words) {
    return new UnaryOperator(facts.with(words), body, rule);
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

    Named(Facts facts) {
      this.facts = facts;
    }

    /** States the value. */
    public Valued value(Value.Unary value) {
      return new Valued(facts, facts.declared(value, "value"));
    }
  }

  /** A declaration that still lacks its slope. */
  public static final class Valued {
    private final Facts facts;
    private final Value.Unary value;

    private Valued(Facts facts, Value.Unary value) {
      this.facts = facts;
      this.value = value;
    }

    /** States the slope, given the argument and the result. */
    public UnaryOperator slope(Slope.Unary slope) {
      Slope.Unary rule = facts.declared(slope, "slope");
      return new UnaryOperator(
          facts, value, new Rule.Unary((x, y) -> facts.checked(() -> rule.at(x, y))));
    }
  }
}
