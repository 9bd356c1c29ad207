package ad4j.error;

import org.jspecify.annotations.Nullable;

/** A limit on time, statements, depth or memory was reached. */
public final class LimitException extends AdException {
  private static final long serialVersionUID = 1L;

  /** A failure without a place in the user's source. */
  public LimitException(String what, String remedy) {
    super("AD-LIMIT", what, remedy, null);
  }

  /** A failure at a place, with what caused it. */
  public LimitException(
      String what, String remedy, @Nullable Origin origin, @Nullable Throwable cause) {
    super("AD-LIMIT", what, remedy, origin, cause);
  }
}
