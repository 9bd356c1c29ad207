package ad4j.program;

import org.jspecify.annotations.Nullable;

/**
 * A number, or the array {@code null}.
 *
 * @param type its type
 * @param number a {@link Double}, {@link Integer} or {@link Long}; null for an array
 */
public record Constant(Type type, @Nullable Number number) implements Value {
  /** The double 0. */
  public static final Constant ZERO = of(0.0);

  /** The double 1. */
  public static final Constant ONE = of(1.0);

  /** A double. */
  public static Constant of(double number) {
    return new Constant(Type.F64, number);
  }

  /** An int. */
  public static Constant of(int number) {
    return new Constant(Type.I32, number);
  }

  /** A long. */
  public static Constant of(long number) {
    return new Constant(Type.I64, number);
  }

  /** What a variable of this type holds before it is set: zero, or no array. */
  public static Constant initial(Type type) {
    if (type.isArray()) {
      return new Constant(type, null);
    }
    return switch (type.scalar()) {
      case F64 -> ZERO;
      case I64 -> of(0L);
      case I32, BOOL, VOID -> of(0);
    };
  }

  /** Whether it is this double; 0 is -0 too. */
  public boolean is(double value) {
    return type.equals(Type.F64) && number != null && number.doubleValue() == value;
  }

  /** Whether it is this int or long. */
  public boolean isInteger(long value) {
    return !type.isReal() && number != null && number.longValue() == value;
  }

  @Override
  public String toString() {
    if (number == null) {
      return "null:" + type;
    }
    return type.equals(Type.I64) ? number + "L" : number.toString();
  }
}
