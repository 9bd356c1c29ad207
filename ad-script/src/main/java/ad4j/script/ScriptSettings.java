package ad4j.script;

import ad4j.Installation;
import ad4j.engine.Mode;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session works with, and what its scripts may do.
 *
 * @param installation the operators and engines
 * @param mode the mode where a script asks for none
 * @param timeout how long one call into a script may take; null for as long as it likes
 * @param statementLimit how many statements may be executed in all, 0 for any number; beyond it the
 *     session is of no more use
 * @param readable folders and files that scripts may read, besides the folder of the script itself
 * @param out where {@code console.log} writes
 * @param err where {@code console.error} writes
 * @param in what scripts read as standard input
 */
public record ScriptSettings(
    Installation installation,
    Mode mode,
    @Nullable Duration timeout,
    long statementLimit,
    List<Path> readable,
    OutputStream out,
    OutputStream err,
    InputStream in) {
  /** Copies the list. */
  public ScriptSettings {
    readable = List.copyOf(readable);
  }
}
