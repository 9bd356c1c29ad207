package ad4j;

import ad4j.error.ShapeException;
import org.jspecify.annotations.Nullable;

/** What is asked of the arguments of a function. */
final class Arguments {
  private Arguments() {}

  /** The function itself, unless there is none. */
  static <F> F function(@Nullable F f) {
    if (f == null) {
      throw new ShapeException("there is no function: it is null", "give a lambda or a method");
    }
    return f;
  }

  /** Asks that an array be there; {@code what} it is. */
  static void requireSome(String what, double @Nullable [] array) {
    if (array == null) {
      throw new ShapeException("the " + what + " is null", "give an array of doubles");
    }
  }

  static void require(boolean condition, String problem) {
    if (!condition) {
      throw new ShapeException(problem, "");
    }
  }
}
