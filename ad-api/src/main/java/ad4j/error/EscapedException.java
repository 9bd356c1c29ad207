package ad4j.error;

import org.jspecify.annotations.Nullable;

/** A tracked number was used outside the differentiation that made it. */
public final class EscapedException extends AdException {
  private static final long serialVersionUID = 1L;

  /** A failure without a place in the user's source. */
  public EscapedException(String what, String remedy) {
    super("AD-ESCAPED", what, remedy, null);
  }

  /** A failure at a place, with what caused it. */
  public EscapedException(
      String what, String remedy, @Nullable Origin origin, @Nullable Throwable cause) {
    super("AD-ESCAPED", what, remedy, origin, cause);
  }
}
