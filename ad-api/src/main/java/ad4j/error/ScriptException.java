package ad4j.error;

import org.jspecify.annotations.Nullable;

/** A script failed while it ran. */
public final class ScriptException extends AdException {
  private static final long serialVersionUID = 1L;

  /** A failure without a place in the user's source. */
  public ScriptException(String what, String remedy) {
    super("AD-SCRIPT", what, remedy, null);
  }

  /** A failure at a place, with what caused it. */
  public ScriptException(
      String what, String remedy, @Nullable Origin origin, @Nullable Throwable cause) {
    super("AD-SCRIPT", what, remedy, origin, cause);
  }
}
