package ad4j.error;

import org.jspecify.annotations.Nullable;

/** The number or the shape of arguments does not fit. */
public final class ShapeException extends AdException {
  private static final long serialVersionUID = 1L;

  /** A failure without a place in the user's source. */
  public ShapeException(String what, String remedy) {
    super("AD-SHAPE", what, remedy, null);
  }

  /**
   * Another number of things than there must be: {@code the direction needs 3 elements, not 2}.
   *
   * @param who what has or needs them, and the verb
   * @param thing one of them, whose plural ends in s
   */
  public static ShapeException ofCount(
      String who, int needed, String thing, int given, String remedy) {
    String things = thing + (needed == 1 ? "" : "s");
    return new ShapeException(who + " " + needed + " " + things + ", not " + given, remedy);
  }

  /** A failure at a place, with what caused it. */
  public ShapeException(
      String what, String remedy, @Nullable Origin origin, @Nullable Throwable cause) {
    super("AD-SHAPE", what, remedy, origin, cause);
  }
}
