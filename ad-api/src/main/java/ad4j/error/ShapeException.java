package ad4j.error;

import org.jspecify.annotations.Nullable;

/** The number or the shape of arguments does not fit. */
public final class ShapeException extends AdException {
  private static final long serialVersionUID = 1L;

  /** A failure without a place in the user's source. */
  public ShapeException(String what, String remedy) {
    super("AD-SHAPE", what, remedy, null);
  }

  /** A failure at a place, with what caused it. */
  public ShapeException(
      String what, String remedy, @Nullable Origin origin, @Nullable Throwable cause) {
    super("AD-SHAPE", what, remedy, origin, cause);
  }
}
