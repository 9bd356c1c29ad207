package ad4j.op;

import static ad4j.op.Operator.declared;

import org.jspecify.annotations.Nullable;

/** An {@link Operator} of one argument. */
public final class UnaryOperator extends Operator {
  private final Value.Unary value;
  private final Slope.Unary slope;
  private @Nullable Partial partial;

  private UnaryOperator(Facts facts, Value.Unary value, Slope.Unary slope) {
    super(facts);
    this.value = value;
    this.slope = slope;
  }

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
    requireArity(xs.length);
    return of(xs[0]);
  }

  /** Its value at {@code x}. */
  public double value(double x) {
    return value.at(x);
  }

  @Override
  public double value(double... xs) {
    requireArity(xs.length);
    return value.at(xs[0]);
  }

  /** Its slope at {@code x}, where its result is {@code y}: the declared rule itself. */
  public Real slope(Real x, Real y) {
    return slope.at(x, y);
  }

  @Override
  public Real slope(int index, Real[] xs, Real y) {
    return slope.at(xs[0], y);
  }

  /** Its slope on plain doubles at {@code x}, where its result is {@code y}. */
  public double partial(double x, double y) {
    Partial derived = partial; // a race derives it twice, which does no harm
    if (derived == null) {
      derived = Partial.of(slope);
      partial = derived;
    }
    return derived.at(x, Double.NaN, y);
  }

  @Override
  public double partial(int index, double[] xs, double y) {
    return partial(xs[0], y);
  }

  /** States the interval of its argument. */
  public UnaryOperator domain(Domain domain) {
    return new UnaryOperator(facts().with(domain), value, slope);
  }

  /** States value and slope at a special point. */
  public UnaryOperator edge(double at, double edgeValue, double edgeSlope) {
    Edge edge = Edge.of(new double[] {at}, edgeValue, new double[] {edgeSlope});
    return new UnaryOperator(facts().with(edge), value, slope);
  }

  /** States that the slope does not exist at {@code at}. */
  public UnaryOperator kink(double at) {
    return kink(new Kink("x = " + Numbers.text(at), xs -> xs[0] == at));
  }

  /** States where the slope does not exist. */
  public UnaryOperator kink(Kink kink) {
    return new UnaryOperator(facts().with(kink), value, slope);
  }

  /** States in words what it is. */
  public UnaryOperator doc(String words) {
    return new UnaryOperator(facts().with(words), value, slope);
  }

  /** A declaration that still lacks value and slope. */
  public static final class Named {
    private final Facts facts;

    Named(Facts facts) {
      this.facts = facts;
    }

    /** States the value. */
    public Valued value(Value.Unary value) {
      return new Valued(facts, declared(value, facts, "value"));
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
      return new UnaryOperator(facts, value, declared(slope, facts, "slope"));
    }
  }
}
