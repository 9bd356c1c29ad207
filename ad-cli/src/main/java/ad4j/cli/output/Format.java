package ad4j.cli.output;

import java.util.Locale;

/** How data is written to standard output. */
public enum Format {
  /** Aligned columns with headings, for people. */
  TABLE,
  /** One JSON object, {@code "schema":"ad/1"}. */
  JSON,
  /** Comma-separated values with a header. */
  CSV,
  /** Numbers only, separated by blanks, for shell scripts. */
  PLAIN;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
