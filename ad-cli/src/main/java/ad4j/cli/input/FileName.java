package ad4j.cli.input;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Names of files as given. */
public final class FileName {
  private FileName() {}

  /**
   * The file with this name.
   *
   * @throws UsageException if there is none, or it is a folder
   */
  public static Path existing(String name) {
    try {
      Path file = Path.of(name);
      if (Files.isRegularFile(file)) {
        return file;
      }
    } catch (InvalidPathException e) {
      throw new UsageException("'" + name + "' cannot be the name of a file", "");
    }
    throw new UsageException("there is no file " + name, "");
  }
}
