package ad4j.error;

import org.jspecify.annotations.Nullable;

/** A script is not valid JavaScript. */
public final class SyntaxException extends AdException {
  private static final long serialVersionUID = 1L;

  /** A failure without a place in the user's source. */
  public SyntaxException(String what, String remedy) {
    super("AD-SYNTAX", what, remedy, null);
  }

  /** A failure at a place, with what caused it. */
  public SyntaxException(
      String what, String remedy, @Nullable Origin origin, @Nullable Throwable cause) {
    super("AD-SYNTAX", what, remedy, origin, cause);
  }
}
