package ad4j.cli.work;

import ad4j.cli.output.Format;
import ad4j.engine.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all commands can be told.
 *
 * @param format null for what suits the command
 * @param precision significant digits; 0 for all
 * @param mode how derivatives are propagated
 * @param engine the engine to prefer; null for any
 * @param timeout how much time a command has; null for no limit
 * @param statementLimit how many statements a script may execute; 0 for no limit
 * @param pluginPath folders with jars of operators and engines
 * @param readable folders that scripts may read
 * @param classPath folders and jars with classes of Java methods
 */
public record Options(
    @Nullable Format format,
    int precision,
    Mode mode,
    @Nullable String engine,
    @Nullable Duration timeout,
    long statementLimit,
    List<Path> pluginPath,
    List<Path> readable,
    List<Path> classPath) {
  /** Copies the lists. */
  public Options {
    pluginPath = List.copyOf(pluginPath);
    readable = List.copyOf(readable);
    classPath = List.copyOf(classPath);
  }
}
