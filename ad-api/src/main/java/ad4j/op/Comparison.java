package ad4j.op;

/** A relation between two numbers, with the outcome that IEEE 754 gives it. */
public enum Comparison {
  /** {@code x < y}. */
  LESS,
  /** {@code x <= y}. */
  AT_MOST,
  /** {@code x > y}. */
  GREATER,
  /** {@code x >= y}. */
  AT_LEAST,
  /** {@code x == y}; 0 equals -0, NaN equals nothing. */
  EQUAL,
  /** {@code x != y}. */
  NOT_EQUAL;

  /** Whether {@code x} stands in this relation to {@code y}. */
  public boolean holds(double x, double y) {
    return switch (this) {
      case LESS -> x < y;
      case AT_MOST -> x <= y;
      case GREATER -> x > y;
      case AT_LEAST -> x >= y;
      case EQUAL -> x == y;
      case NOT_EQUAL -> x != y;
    };
  }
}
