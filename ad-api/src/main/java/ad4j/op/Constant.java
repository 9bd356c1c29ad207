package ad4j.op;

/** A number whose derivative is 0. */
final class Constant extends Real {
  static final Constant ZERO = new Constant(0);

  private final double value;

  Constant(double value) {
    super(0);
    this.value = value;
  }

  @Override
  public double primal() {
    return value;
  }

  @Override
  public boolean isZero() {
    return value == 0;
  }

  @Override
  boolean isOne() {
    return value == 1;
  }

  @Override
  protected Real bind(UnaryOperator operator, Real x) {
    return new Constant(operator.value(value));
  }

  @Override
  protected Real bind(BinaryOperator operator, Real x, Real y) {
    return new Constant(operator.value(x.primal(), y.primal()));
  }

  @Override
  protected Real dispatch(BinaryOperator operator, Real y) {
    return y.level() > 0 ? y.bind(operator, this, y) : bind(operator, this, y);
  }

  @Override
  protected Real bind(NaryOperator operator, Real[] xs) {
    return new Constant(operator.value(values(xs)));
  }

  @Override
  protected boolean bind(Comparison comparison, Real x, Real y) {
    return comparison.holds(x.primal(), y.primal());
  }
}
