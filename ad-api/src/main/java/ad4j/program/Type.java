package ad4j.program;

/**
 * The type of a value: a scalar, or an array of arrays of it.
 *
 * @param scalar what the elements are
 * @param rank how many dimensions; 0 for a scalar itself
 */
public record Type(Scalar scalar, int rank) {
  /** {@code double}. */
  public static final Type F64 = new Type(Scalar.F64, 0);

  /** {@code int}, and {@code boolean} as 0 or 1. */
  public static final Type I32 = new Type(Scalar.I32, 0);

  /** {@code long}. */
  public static final Type I64 = new Type(Scalar.I64, 0);

  /** Nothing. */
  public static final Type VOID = new Type(Scalar.VOID, 0);

  /** {@code double[]}. */
  public static final Type F64_ARRAY = new Type(Scalar.F64, 1);

  /** {@code int[]}. */
  public static final Type I32_ARRAY = new Type(Scalar.I32, 1);

  /** Whether it is an array. */
  public boolean isArray() {
    return rank > 0;
  }

  /** Whether it is made of doubles, so that it can have a derivative. */
  public boolean isReal() {
    return scalar == Scalar.F64;
  }

  /** An array of this. */
  public Type array() {
    return new Type(scalar, rank + 1);
  }

  /** What an array of this type holds, as it is loaded: a {@code boolean} is an {@code int}. */
  public Type element() {
    return rank == 1 && scalar == Scalar.BOOL ? I32 : new Type(scalar, rank - 1);
  }

  @Override
  public String toString() {
    return scalar + "[]".repeat(rank);
  }
}
