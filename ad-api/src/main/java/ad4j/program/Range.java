package ad4j.program;

/** The ints from {@code least} to {@code most}; computed without overflow. */
record Range(long least, long most) {
  static final Range INT = new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);
  static final Range NATURAL = new Range(0, Integer.MAX_VALUE);

  static Range of(long only) {
    return new Range(only, only);
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
