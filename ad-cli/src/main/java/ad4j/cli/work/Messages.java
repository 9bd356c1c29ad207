package ad4j.cli.work;

import ad4j.cli.input.UsageException;
import ad4j.error.AdException;
import ad4j.error.ConfigurationException;
import ad4j.error.Origin;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Standard error: what a person should know, in UTF-8 whatever the locale. */
public final class Messages {
  private static final int MOST_COLUMNS = 100;

  private final PrintStream err;
  private final Sources sources;

  /** Writes to this stream; finds source lines in {@code sources}. */
  public Messages(OutputStream err, Sources sources) {
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    this.sources = sources;
  }

  /** Says something. */
  public void say(String text) {
    err.println("ad: " + text);
  }

  /** Writes a line as it is. */
  public void line(String text) {
    err.println(text);
  }

  /** Says what failed: code, place, source line, what would work. */
  public void failure(AdException failure) {
    failure("", failure);
  }

  /** Says what failed at this place of the input. */
  public void failure(String place, AdException failure) {
    String prefix = place.isEmpty() ? "" : place + ": ";
    if (failure instanceof ConfigurationException configuration) {
      configuration.problems().forEach(problem -> say(prefix + failure.code() + ": " + problem));
    } else {
      say(prefix + failure.code() + ": " + failure.what());
    }
    Origin origin = failure.origin();
    if (origin != null) {
      at(origin);
    }
    remedy(failure.remedy());
  }

  /** Says what the command lacks. */
  public void usage(UsageException failure) {
    say("AD-USAGE: " + failure.what());
    remedy(failure.remedy());
  }

  /** Says what would work. */
  public void remedy(String remedy) {
    if (!remedy.isEmpty()) {
      err.println("    " + remedy);
    }
  }

  /** Shows a place in the source, with a caret below it. */
  public void at(Origin origin) {
    err.println("  at " + origin);
    String line = sources.line(origin).orElse(origin.text());
    if (line.isEmpty()) {
      return;
    }
    boolean whole = line.equals(origin.text());
    int column = whole && line.length() < origin.column() ? 0 : origin.column() - 1;
    int length = whole && column > 0 ? 1 : Math.min(origin.text().length(), line.length() - column);
    int from = column + length <= MOST_COLUMNS ? 0 : Math.max(0, column - MOST_COLUMNS / 2);
    int to = Math.min(line.length(), from + MOST_COLUMNS);
    length = Math.max(1, Math.min(length, to - column));
    err.println("    " + line.substring(from, to).replace('\t', ' '));
    err.println("    " + " ".repeat(column - from) + "^".repeat(length));
  }
}
