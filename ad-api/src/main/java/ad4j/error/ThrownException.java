package ad4j.error;

import org.jspecify.annotations.Nullable;

/** A Java method that is only read, not run by the JVM, came to throw an exception. */
public final class ThrownException extends AdException {
  private static final long serialVersionUID = 1L;

  /** A failure at a place, with what caused it. */
  public ThrownException(
      String what, String remedy, @Nullable Origin origin, @Nullable Throwable cause) {
    super("AD-THROWN", what, remedy, origin, cause);
  }
}
