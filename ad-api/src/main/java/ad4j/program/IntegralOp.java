package ad4j.program;

/** Arithmetic on ints and longs, as Java has it. A shift's second operand is an int. */
public enum IntegralOp {
  /** Sum. */
  ADD,
  /** Difference. */
  SUB,
  /** Product. */
  MUL,
  /** Quotient. */
  DIV,
  /** Remainder. */
  REM,
  /** Bits that both have. */
  AND,
  /** Bits that one has. */
  OR,
  /** Bits that one alone has. */
  XOR,
  /** Shift to the left. */
  SHL,
  /** Shift to the right that keeps the sign. */
  SHR,
  /** Shift to the right that brings zeros. */
  USHR,
  /** The less of two. */
  MIN,
  /** The greater of two. */
  MAX;

  /** On ints. */
  public int at(int x, int y) {
    return switch (this) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case DIV -> x / y;
      case REM -> x % y;
      case AND -> x & y;
      case OR -> x | y;
      case XOR -> x ^ y;
      case SHL -> x << y;
      case SHR -> x >> y;
      case USHR -> x >>> y;
      case MIN -> Math.min(x, y);
      case MAX -> Math.max(x, y);
    };
  }

  /** On longs. */
  public long at(long x, long y) {
    return switch (this) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case DIV -> x / y;
      case REM -> x % y;
      case AND -> x & y;
      case OR -> x | y;
      case XOR -> x ^ y;
      case SHL -> x << (int) y;
      case SHR -> x >> (int) y;
      case USHR -> x >>> (int) y;
      case MIN -> Math.min(x, y);
      case MAX -> Math.max(x, y);
    };
  }

  /** Whether it is a shift. */
  public boolean isShift() {
    return this == SHL || this == SHR || this == USHR;
  }

  /** Whether it fails where the second operand is 0. */
  public boolean mayFail() {
    return this == DIV || this == REM;
  }
}
