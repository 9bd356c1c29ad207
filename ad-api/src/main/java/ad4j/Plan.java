package ad4j;

import java.util.Locale;

/**
 * How a function is run where its derivatives are asked for.
 *
 * @param way compiled, or recorded
 * @param reason why not compiled; empty if it is
 * @param rounding of sums in loops; {@link Rounding#STRICT} unless compiled
 */
public record Plan(Way way, String reason, Rounding rounding) {
  /** How a function is run. */
  public enum Way {
    /** Its derivative is a Program, compiled to bytecode. */
    COMPILED,
    /** Each call records its operations and sweeps over the recording. */
    RECORDED
  }

  static Plan compiled(Rounding rounding) {
    return new Plan(Way.COMPILED, "", rounding);
  }

  static Plan recorded(String reason) {
    return new Plan(Way.RECORDED, reason, Rounding.STRICT);
  }

  @Override
  public String toString() {
    return way.name().toLowerCase(Locale.ROOT)
        + (rounding == Rounding.FAST ? ", with fast rounding" : "")
        + (reason.isEmpty() ? "" : ": " + reason);
  }
}
