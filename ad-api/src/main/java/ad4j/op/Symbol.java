package ad4j.op;

/** A real without a number: what a rule is applied to in order to see its formula. */
final class Symbol extends Real {
  /** A rule asked a symbol for its number. */
  static final class NotSymbolic extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSymbolic() {
      super("a rule asks for a number", null, false, false);
    }
  }

  private final Partial formula;

  Symbol(Partial formula) {
    super(Integer.MAX_VALUE);
    this.formula = formula;
  }

  static Partial formula(Real x) {
    return x instanceof Symbol symbol ? symbol.formula : Partial.number(x.primal());
  }

  @Override
  public double primal() {
    throw new NotSymbolic();
  }

  @Override
  protected Real bind(UnaryOperator operator, Real x) {
    return new Symbol(Partial.operation(operator, formula(x)));
  }

  @Override
  protected Real bind(BinaryOperator operator, Real x, Real y) {
    return new Symbol(Partial.operation(operator, formula(x), formula(y)));
  }

  @Override
  protected Real bind(NaryOperator operator, Real[] xs) {
    Partial[] parts = new Partial[xs.length];
    for (int i = 0; i < xs.length; i++) {
      parts[i] = formula(xs[i]);
    }
    return new Symbol(Partial.operation(operator, parts));
  }

  @Override
  protected boolean bind(Comparison comparison, Real x, Real y) {
    throw new NotSymbolic();
  }
}
