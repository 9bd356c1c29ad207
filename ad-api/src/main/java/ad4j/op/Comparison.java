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

  /** What holds where this relation does not, unless one of the numbers is NaN. */
  public Comparison opposite() {
    return switch (this) {
      case LESS -> AT_LEAST;
      case AT_MOST -> GREATER;
      case GREATER -> AT_MOST;
      case AT_LEAST -> LESS;
      case EQUAL -> NOT_EQUAL;
      case NOT_EQUAL -> EQUAL;
    };
  }

  /** The relation of {@code y} to {@code x} where {@code x} stands in this one to {@code y}. */
  public Comparison mirrored() {
    return switch (this) {
      case LESS -> GREATER;
      case AT_MOST -> AT_LEAST;
      case GREATER -> LESS;
      case AT_LEAST -> AT_MOST;
      case EQUAL, NOT_EQUAL -> this;
    };
  }
}
