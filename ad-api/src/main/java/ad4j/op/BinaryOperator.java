package ad4j.op;

import static ad4j.op.Operator.declared;

import org.jspecify.annotations.Nullable;

/** An {@link Operator} of two arguments. */
public final class BinaryOperator extends Operator {
  private final Value.Binary value;
  private final Slope.Binary first;
  private final Slope.Binary second;
  private @Nullable Partial firstPartial;
  private @Nullable Partial secondPartial;

  private BinaryOperator(Facts facts, Value.Binary value, Slope.Binary first, Slope.Binary second) {
    super(facts);
    this.value = value;
    this.first = first;
    this.second = second;
  }

  @Override
  public int arity() {
    return 2;
  }

  /** Applies it to {@code x} and {@code y}. */
  public Real of(Real x, Real y) {
    return (x.level() >= y.level() ? x : y).bind(this, x, y);
  }

  @Override
  public Real of(Real... xs) {
    requireArity(xs.length);
    return of(xs[0], xs[1]);
  }

  /** Its value at {@code (x, y)}. */
  public double value(double x, double y) {
    return value.at(x, y);
  }

  @Override
  public double value(double... xs) {
    requireArity(xs.length);
    return value.at(xs[0], xs[1]);
  }

  /** Its partial by {@code x} at {@code (x, y)}, where its result is {@code z}. */
  public Real first(Real x, Real y, Real z) {
    return first.at(x, y, z);
  }

  /** Its partial by {@code y} at {@code (x, y)}, where its result is {@code z}. */
  public Real second(Real x, Real y, Real z) {
    return second.at(x, y, z);
  }

  @Override
  public Real slope(int index, Real[] xs, Real y) {
    return (index == 0 ? first : second).at(xs[0], xs[1], y);
  }

  /** Its partial by {@code x} on plain doubles, where its result is {@code z}. */
  public double firstPartial(double x, double y, double z) {
    Partial derived = firstPartial; // a race derives it twice, which does no harm
    if (derived == null) {
      derived = Partial.of(first);
      firstPartial = derived;
    }
    return derived.at(x, y, z);
  }

  /** Its partial by {@code y} on plain doubles, where its result is {@code z}. */
  public double secondPartial(double x, double y, double z) {
    Partial derived = secondPartial; // as above
    if (derived == null) {
      derived = Partial.of(second);
      secondPartial = derived;
    }
    return derived.at(x, y, z);
  }

  @Override
  public double partial(int index, double[] xs, double y) {
    return index == 0 ? firstPartial(xs[0], xs[1], y) : secondPartial(xs[0], xs[1], y);
  }

  /** States the intervals of its arguments. */
  public BinaryOperator domain(Domain x, Domain y) {
    return new BinaryOperator(facts().with(x, y), value, first, second);
  }

  /** States value and partials at a special point. */
  public BinaryOperator edge(double x, double y, double edgeValue, double byX, double byY) {
    Edge edge = Edge.of(new double[] {x, y}, edgeValue, new double[] {byX, byY});
    return new BinaryOperator(facts().with(edge), value, first, second);
  }

  /** States where the slope does not exist. */
  public BinaryOperator kink(Kink kink) {
    return new BinaryOperator(facts().with(kink), value, first, second);
  }

  /** States in words what it is. */
  public BinaryOperator doc(String words) {
    return new BinaryOperator(facts().with(words), value, first, second);
  }

  /** A declaration that still lacks value and slopes. */
  public static final class Named {
    private final Facts facts;

    Named(Facts facts) {
      this.facts = facts;
    }

    /** States the value. */
    public Valued value(Value.Binary value) {
      return new Valued(facts, declared(value, facts, "value"));
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
      return new BinaryOperator(
          facts, value, declared(byX, facts, "slopes"), declared(byY, facts, "slopes"));
    }
  }
}
