package ad4j.script;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What a script may do.
 *
 * @param readable folders and files that may be imported; nothing can be written
 * @param statementLimit number of statements after which the context is ended; 0 for no limit
 * @param deadline time after which an evaluation is interrupted; zero for none
 * @param operators names of the functions whose calls are to have a site
 * @param module text of the module {@code ad}
 * @param out where console.log and print write
 * @param err where console.error writes
 */
public record SandboxOptions(
    List<Path> readable,
    long statementLimit,
    Duration deadline,
    Set<String> operators,
    String module,
    OutputStream out,
    OutputStream err) {
  /** Defensive copies. */
  public SandboxOptions {
    readable = List.copyOf(readable);
    operators = Set.copyOf(operators);
  }
}
