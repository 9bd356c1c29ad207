package ad4j.program;

/** What one number of a Program is. */
public enum Scalar {
  /** A {@code double}. */
  F64("f64"),
  /** An {@code int}; also a {@code boolean}, as 0 or 1, and the types that are shorter. */
  I32("i32"),
  /** A {@code long}. */
  I64("i64"),
  /** A {@code boolean}, as an element of an array only. */
  BOOL("bool"),
  /** Nothing: what a store gives. */
  VOID("void");

  private final String text;

  Scalar(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
