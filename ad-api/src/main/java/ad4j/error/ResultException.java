package ad4j.error;

import org.jspecify.annotations.Nullable;

/** A function returned something that is not a number, nor an array or object of numbers. */
public final class ResultException extends AdException {
  private static final long serialVersionUID = 1L;

  /** A failure without a place in the user's source. */
  public ResultException(String what, String remedy) {
    super("AD-RESULT", what, remedy, null);
  }

  /** A failure at a place, with what caused it. */
  public ResultException(
      String what, String remedy, @Nullable Origin origin, @Nullable Throwable cause) {
    super("AD-RESULT", what, remedy, origin, cause);
  }
}
