package ad4j.error;

import org.jspecify.annotations.Nullable;

/** The evaluation was interrupted by the user. */
public final class CancelledException extends AdException {
  private static final long serialVersionUID = 1L;

  /** A failure without a place in the user's source. */
  public CancelledException(String what, String remedy) {
    super("AD-CANCELLED", what, remedy, null);
  }

  /** A failure at a place, with what caused it. */
  public CancelledException(
      String what, String remedy, @Nullable Origin origin, @Nullable Throwable cause) {
    super("AD-CANCELLED", what, remedy, origin, cause);
  }
}
