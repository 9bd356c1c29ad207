package ad4j.error;

import org.jspecify.annotations.Nullable;

/** The derivative that was asked for does not exist, or cannot be had from this code. */
public final class NotDifferentiableException extends AdException {
  private static final long serialVersionUID = 1L;

  /** A failure without a place in the user's source. */
  public NotDifferentiableException(String what, String remedy) {
    super("AD-NOT-DIFFERENTIABLE", what, remedy, null);
  }

  /** A failure at a place, with what caused it. */
  public NotDifferentiableException(
      String what, String remedy, @Nullable Origin origin, @Nullable Throwable cause) {
    super("AD-NOT-DIFFERENTIABLE", what, remedy, origin, cause);
  }
}
