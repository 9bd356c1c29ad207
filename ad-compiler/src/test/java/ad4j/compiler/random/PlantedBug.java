package ad4j.compiler.random;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A bug to plant in a source file of the main code.
 *
 * @param what what goes wrong
 * @param file the file, from the root of the project
 * @param original a piece of text that is in it once
 * @param wrong what to put in its place
 * @param by what is to catch it
 */
record PlantedBug(String what, String file, String original, String wrong, By by) {
  /** The subject that finds the bug. */
  enum By {
    VALUES,
    PULLBACK,
    FAST_PULLBACK,
    PUSHFORWARD,
    SPECIALISED,
    HESSIAN;

    Subject subject() {
      return switch (this) {
        case VALUES -> new ReadPrograms.Written();
        case PULLBACK -> new ProgramSubject(Running.COMPILED);
        case FAST_PULLBACK -> new ProgramSubject(Running.FAST);
        case PUSHFORWARD -> new PushedForward(Running.COMPILED, 3);
        case SPECIALISED -> new Specialized();
        case HESSIAN -> new Hessian();
      };
    }
  }

  /** The binary name of the class. */
  String className() {
    String path = file.substring(file.indexOf("/java/") + 6);
    return path.substring(0, path.length() - ".java".length()).replace('/', '.');
  }

  /** The same place without the bug. */
  PlantedBug without() {
    return new PlantedBug(what, file, original, original, by);
  }

  /** The source text with the bug in it. */
  String source() {
    Path path = Path.of("..", file.split("/", -1));
    try {
      String text = Files.readString(path);
      int place = text.indexOf(original);
      if (place < 0 || text.indexOf(original, place + 1) >= 0) {
        throw new AssertionError(
            "'%s' is not in %s exactly once: plant '%s' anew".formatted(original, path, what));
      }
      return text.replace(original, wrong);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return what;
  }
}
