package ad4j.error;

import org.jspecify.annotations.Nullable;

/** A number that must be finite is not. */
public final class NotFiniteException extends AdException {
  private static final long serialVersionUID = 1L;

  /** A failure without a place in the user's source. */
  public NotFiniteException(String what, String remedy) {
    super("AD-NOT-FINITE", what, remedy, null);
  }

  /** A failure at a place, with what caused it. */
  public NotFiniteException(
      String what, String remedy, @Nullable Origin origin, @Nullable Throwable cause) {
    super("AD-NOT-FINITE", what, remedy, origin, cause);
  }
}
