package ad4j.error;

import org.jspecify.annotations.Nullable;

/** A script asked for a file, or another resource, that it may not have. */
public final class AccessException extends AdException {
  private static final long serialVersionUID = 1L;

  /** A failure without a place in the user's source. */
  public AccessException(String what, String remedy) {
    super("AD-ACCESS", what, remedy, null);
  }

  /** A failure at a place, with what caused it. */
  public AccessException(
      String what, String remedy, @Nullable Origin origin, @Nullable Throwable cause) {
    super("AD-ACCESS", what, remedy, origin, cause);
  }
}
