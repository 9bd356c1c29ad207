package ad4j;

import ad4j.error.ShapeException;
import org.jspecify.annotations.Nullable;

/** What is asked of the arguments of a function. */
final class Arguments {
  private Arguments() {}

  /** The function itself, unless there is none. */
  static <F> F function(@Nullable F f) {
    return some("function", f, "give a lambda or a method");
  }

  /** Asks that an array be there; {@code what} it is. */
  static void requireSome(String what, double @Nullable [] array) {
    some(what, array, "give an array of doubles");
  }

  /** What is given, unless it is null; {@code what} it is. */
  static <T> T some(String what, @Nullable T given, String remedy) {
    if (given == null) {
      throw new ShapeException("the " + what + " is null", remedy);
    }
    return given;
  }

  /** The rounding itself, unless there is none. */
  static Rounding rounding(@Nullable Rounding rounding) {
    return some("rounding", rounding, "give Rounding.STRICT or Rounding.FAST");
  }

  /** Asks for so many; see {@link ShapeException#ofCount}. */
  static void requireCount(String who, int needed, String thing, int given, String remedy) {
    if (needed != given) {
      throw ShapeException.ofCount(who, needed, thing, given, remedy);
    }
  }

  /** Asks that a function have one result where only one will do; {@code what} needs that. */
  static void requireOneResult(String what, int results, String remedy) {
    if (results != 1) {
      throw new ShapeException(
          what + " needs a function with one result; this one has " + results, remedy);
    }
  }

  static void require(boolean condition, String problem) {
    if (!condition) {
      throw new ShapeException(problem, "");
    }
  }
}
