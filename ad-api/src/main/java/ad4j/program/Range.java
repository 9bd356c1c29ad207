package ad4j.program;

/** The ints from {@code least} to {@code most}; computed without overflow. */
record Range(long least, long most) {
  static final Range INT = new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);
  static final Range NATURAL = new Range(0, Integer.MAX_VALUE);

  static Range of(long only) {
    return new Range(only, only);
  }

  /** Where the result of arithmetic on ints from these ranges is. */
  static Range of(IntegralOp kind, Range x, Range y) {
    return switch (kind) {
      case ADD -> x.plus(y).wrapped();
      case SUB -> x.minus(y).wrapped();
      case MUL -> x.times(y).wrapped();
      case MIN -> new Range(Math.min(x.least(), y.least()), Math.min(x.most(), y.most()));
      case MAX -> new Range(Math.max(x.least(), y.least()), Math.max(x.most(), y.most()));
      case DIV -> x.isNatural() && y.least() > 0 ? new Range(0, x.most()) : Range.INT;
      case REM -> {
        long most = Math.max(Math.abs(y.least()), Math.abs(y.most())) - 1;
        yield new Range(x.isNatural() ? 0 : -most, x.isNatural() ? Math.min(most, x.most()) : most);
      }
      case AND ->
          x.isNatural() || y.isNatural()
              ? new Range(
                  0,
                  Math.min(
                      x.isNatural() ? x.most() : Integer.MAX_VALUE,
                      y.isNatural() ? y.most() : Integer.MAX_VALUE))
              : Range.INT;
      case SHR -> x.isNatural() ? new Range(0, x.most()) : Range.INT;
      case USHR -> x.isNatural() ? new Range(0, x.most()) : Range.INT;
      case OR, XOR, SHL -> Range.INT;
    };
  }

  /** Whether all of them are ints indeed. */
  boolean fits() {
    return least >= Integer.MIN_VALUE && most <= Integer.MAX_VALUE;
  }

  /** This, or all ints where it has wrapped. */
  Range wrapped() {
    return fits() ? this : INT;
  }

  Range plus(Range other) {
    return new Range(least + other.least, most + other.most);
  }

  Range minus(Range other) {
    return new Range(least - other.most, most - other.least);
  }

  Range times(Range other) {
    long a = least * other.least;
    long b = least * other.most;
    long c = most * other.least;
    long d = most * other.most;
    return new Range(
        Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
  }

  Range atLeast(long bound) {
    return bound > least ? new Range(bound, most) : this;
  }

  Range atMost(long bound) {
    return bound < most ? new Range(least, bound) : this;
  }

  /** All of both. */
  Range or(Range other) {
    return new Range(Math.min(least, other.least), Math.max(most, other.most));
  }

  boolean isNatural() {
    return least >= 0;
  }

  boolean contains(long number) {
    return least <= number && number <= most;
  }
}
