package ad4j.error;

import org.jspecify.annotations.Nullable;

/** A tracked number was used where only a plain number works. */
public final class TrackedNumberException extends AdException {
  private static final long serialVersionUID = 1L;

  /** A failure without a place in the user's source. */
  public TrackedNumberException(String what, String remedy) {
    super("AD-TRACKED", what, remedy, null);
  }

  /** A failure at a place, with what caused it. */
  public TrackedNumberException(
      String what, String remedy, @Nullable Origin origin, @Nullable Throwable cause) {
    super("AD-TRACKED", what, remedy, origin, cause);
  }
}
