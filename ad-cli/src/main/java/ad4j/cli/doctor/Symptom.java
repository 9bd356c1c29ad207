package ad4j.cli.doctor;

import java.util.Locale;

/**
 * How a part of the installation is.
 *
 * @param state its state
 * @param part what it is
 * @param detail which, or what is wrong
 */
public record Symptom(State state, String part, String detail) {
  /** How it is. */
  public enum State {
    /** As it should be. */
    OK,
    /** It works, though not as well as it could. */
    WARNING,
    /** It does not work. */
    BROKEN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Symptom ok(String part, String detail) {
    return new Symptom(State.OK, part, detail);
  }

  static Symptom warning(String part, String detail) {
    return new Symptom(State.WARNING, part, detail);
  }

  static Symptom broken(String part, String detail) {
    return new Symptom(State.BROKEN, part, detail);
  }
}
