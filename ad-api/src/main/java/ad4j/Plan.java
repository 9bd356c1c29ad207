package ad4j;

import java.util.Locale;

/**
 * How a function is run where its derivatives are asked for.
 *
 * @param way compiled, or recorded
 * @param reason why not compiled; empty if it is
 */
public record Plan(Way way, String reason) {
  /** How a function is run. */
  public enum Way {
    /** Its derivative is a Program, compiled to bytecode. */
    COMPILED,
    /** Each call records its operations and sweeps over the recording. */
    RECORDED
  }

  @Override
  public String toString() {
    return way.name().toLowerCase(Locale.ROOT) + (reason.isEmpty() ? "" : ": " + reason);
  }
}
