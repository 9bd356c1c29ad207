package ad4j.cli.input;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
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
      if (Files.isDirectory(file)) {
        throw new UsageException(name + " is a folder, not a file", "");
      }
      if (Files.exists(file)) { // a pipe is one, too
        return file;
      }
    } catch (InvalidPathException e) {
      throw new UsageException("'" + name + "' cannot be the name of a file", "");
    }
    throw new UsageException("there is no file " + name, "");
  }

  /** Why a file cannot be read or written, without its name. */
  public static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> "its folder does not exist";
      case AccessDeniedException denied -> "that is not permitted";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
