package ad4j.program;

import ad4j.error.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A Program came to a {@link Terminator.Throw}: whoever ran it runs the original method, which
 * throws the user's exception itself.
 */
public final class Raised extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Origin origin;

  /** What the Program says of the exception. */
  public Raised(String what, @Nullable Origin origin) {
    super(what, null, false, false);
    this.origin = origin;
  }

  /** Where the user's source throws it. */
  public @Nullable Origin origin() {
    return origin;
  }
}
