package ad4j.op;

/**
 * The abstract number that slopes, and functions to be differentiated, are written on.
 *
 * <p>A real is a constant, or something of an engine: a node of a tape, a dual number, a power
 * series. Every operation on it goes through one place, {@link Operator#of}, which hands it to the
 * argument of the highest {@linkplain #level() level}; so a rule that is written here once works
 * for all of them.
 *
 * <p>Immutable. A real that an engine made may be used only in the thread and during the
 * differentiation that made it; afterwards it is an {@link ad4j.error.EscapedException}.
 */
public abstract class Real {
  private final int level;

  /**
   * For engines.
   *
   * @param level the {@linkplain ad4j.engine.Activation level} of the differentiation that makes it
   */
  protected Real(int level) {
    this.level = level;
  }

  /** The real number {@code value}, whose derivative is 0. */
  public static Real constant(double value) {
    return new Constant(value);
  }

  /** The constants with these values; a new array of the same length. */
  public static Real[] constants(double... values) {
    Real[] reals = new Real[values.length];
    for (int i = 0; i < values.length; i++) {
      reals[i] = constant(values[i]);
    }
    return reals;
  }

  /** The values of these reals; a new array of the same length. */
  public static double[] values(Real... reals) {
    double[] values = new double[reals.length];
    for (int i = 0; i < reals.length; i++) {
      values[i] = reals[i].primal();
    }
    return values;
  }

  /**
   * How many differentiations enclose the one that made this real, itself included; 0: constant.
   */
  public final int level() {
    return level;
  }

  /** The number itself, without its derivatives: for engines, which look without being noted. */
  public abstract double primal();

  /**
   * The number itself, without its derivatives. A function that decides by it, and not by {@link
   * #is}, cannot be replayed; a rule may not ask for it at all.
   */
  public double value() {
    return primal();
  }

  /** Applies {@code operator} to {@code x}, which is this real. */
  protected abstract Real bind(UnaryOperator operator, Real x);

  /** Applies {@code operator} to {@code x} and {@code y}, one of which is this real. */
  protected abstract Real bind(BinaryOperator operator, Real x, Real y);

  /**
   * Applies {@code operator} to this and {@code y}: whichever is of the higher level binds them. An
   * engine that wants the choice made for it by type, which the JIT compiler can do ahead,
   * overrides this.
   */
  protected Real dispatch(BinaryOperator operator, Real y) {
    return (level >= y.level ? this : y).bind(operator, this, y);
  }

  /** Applies {@code operator} to {@code xs}, one of which is this real. */
  protected abstract Real bind(NaryOperator operator, Real[] xs);

  /** Compares {@code x} and {@code y}, one of which is this real, and may note the outcome. */
  protected abstract boolean bind(Comparison comparison, Real x, Real y);

  /** Whether this stands in the relation {@code comparison} to {@code y}, as IEEE 754 has it. */
  public final boolean is(Comparison comparison, Real y) {
    return (level >= y.level ? this : y).bind(comparison, this, y);
  }

  /** Whether {@code this < y}. */
  public final boolean lessThan(Real y) {
    return is(Comparison.LESS, y);
  }

  /** Whether {@code this < y}. */
  public final boolean lessThan(double y) {
    return is(Comparison.LESS, constant(y));
  }

  /** Whether {@code this > y}. */
  public final boolean greaterThan(Real y) {
    return is(Comparison.GREATER, y);
  }

  /** Whether {@code this > y}. */
  public final boolean greaterThan(double y) {
    return is(Comparison.GREATER, constant(y));
  }

  /** Whether this is a constant that is exactly 0: its derivatives are 0 too, at every order. */
  public boolean isZero() {
    return false;
  }

  /** {@code this + y}. */
  public final Real plus(Real y) {
    return Arithmetic.ADD.of(this, y);
  }

  /** {@code this + y}. */
  public final Real plus(double y) {
    return Arithmetic.ADD.of(this, constant(y));
  }

  /** {@code this - y}. */
  public final Real minus(Real y) {
    return Arithmetic.SUB.of(this, y);
  }

  /** {@code this - y}. */
  public final Real minus(double y) {
    return Arithmetic.SUB.of(this, constant(y));
  }

  /** {@code this * y}. */
  public final Real times(Real y) {
    return Arithmetic.MUL.of(this, y);
  }

  /** {@code this * y}. */
  public final Real times(double y) {
    return Arithmetic.MUL.of(this, constant(y));
  }

  /** {@code this / y}. */
  public final Real dividedBy(Real y) {
    return Arithmetic.DIV.of(this, y);
  }

  /** {@code this / y}. */
  public final Real dividedBy(double y) {
    return Arithmetic.DIV.of(this, constant(y));
  }

  /** {@code -this}. */
  public final Real negate() {
    return Arithmetic.NEG.of(this);
  }

  /** {@code 1 / this}. */
  public final Real reciprocal() {
    return Arithmetic.RECIPROCAL.of(this);
  }

  /** {@code this * this}. */
  public final Real square() {
    return Arithmetic.SQUARE.of(this);
  }

  /**
   * {@code this * partial} by the rule of the strong zero: 0 where either factor is 0, even if the
   * other is infinite or NaN. What engines multiply derivatives with.
   */
  public final Real chain(Real partial) {
    if (isZero() || partial.isZero()) {
      return Constant.ZERO;
    }
    return partial.isOne() ? this : isOne() ? partial : Arithmetic.CHAIN.of(this, partial);
  }

  /** The sum of two derivatives: like {@link #plus}, with nothing to do where one is 0. */
  public final Real accumulate(Real other) {
    return isZero() ? other : other.isZero() ? this : plus(other);
  }

  boolean isOne() {
    return false;
  }

  @Override
  public String toString() {
    return Double.toString(primal());
  }
}
