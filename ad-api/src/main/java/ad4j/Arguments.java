package ad4j;

import ad4j.error.ShapeException;

/** What is asked of the arguments of a function. */
final class Arguments {
  private Arguments() {}

  static void require(boolean condition, String problem) {
    if (!condition) {
      throw new ShapeException(problem, "");
    }
  }
}
