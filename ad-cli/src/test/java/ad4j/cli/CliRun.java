package ad4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import ad4j.cli.work.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Set;

/**
 * A command run within the test.
 *
 * @param exitCode its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record CliRun(int exitCode, String out, String err) {
  /** Every exit code that there is, apart from that of the launcher. */
  static final Set<Integer> EXIT_CODES = Set.of(0, 1, 2, 3, 4, 124, 130);

  /** Runs a command without standard input. */
  public static CliRun of(String... arguments) {
    return withInput("", arguments);
  }

  static CliRun withInput(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(new ByteArrayInputStream(input.getBytes(UTF_8)), out, err, () -> false);
    int exitCode = new Cli(streams, () -> {}).run(arguments);
    return new CliRun(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }
}
