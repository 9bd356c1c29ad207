package ad4j.op;

/**
 * An interval in which an argument of an operator gives a number and a slope.
 *
 * @param low lower end, may be -Infinity
 * @param high upper end, may be Infinity
 * @param open whether the finite ends are left out
 */
public record Domain(double low, double high, boolean open) {
  /** All real numbers. */
  public static final Domain ALL =
      new Domain(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true);

  /** Numbers greater than {@code low}. */
  public static Domain above(double low) {
    return new Domain(low, Double.POSITIVE_INFINITY, true);
  }

  /** Numbers less than {@code high}. */
  public static Domain below(double high) {
    return new Domain(Double.NEGATIVE_INFINITY, high, true);
  }

  /** Numbers from {@code low} on. */
  public static Domain atLeast(double low) {
    return new Domain(low, Double.POSITIVE_INFINITY, false);
  }

  /** Numbers strictly between the ends. */
  public static Domain between(double low, double high) {
    return new Domain(low, high, true);
  }

  /** Numbers between the ends, which belong to it. */
  public static Domain within(double low, double high) {
    return new Domain(low, high, false);
  }

  /** Whether {@code x} lies in it. */
  public boolean contains(double x) {
    return open ? x > low && x < high : x >= low && x <= high;
  }

  @Override
  public String toString() {
    if (equals(ALL)) {
      return "all";
    }
    String less = open ? " < " : " <= ";
    String left = low == Double.NEGATIVE_INFINITY ? "" : low + less;
    String right = high == Double.POSITIVE_INFINITY ? "" : less + high;
    return left + "x" + right;
  }
}
