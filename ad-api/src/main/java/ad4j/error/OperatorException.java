package ad4j.error;

import org.jspecify.annotations.Nullable;

/** An operator is declared wrongly, or its value or slope failed. */
public final class OperatorException extends AdException {
  private static final long serialVersionUID = 1L;

  /** A failure without a place in the user's source. */
  public OperatorException(String what, String remedy) {
    super("AD-OPERATOR", what, remedy, null);
  }

  /** A failure at a place, with what caused it. */
  public OperatorException(
      String what, String remedy, @Nullable Origin origin, @Nullable Throwable cause) {
    super("AD-OPERATOR", what, remedy, origin, cause);
  }
}
