package ad4j.cli.input;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Folders and jars as the JVM takes them: {@code classes:lib/models.jar}. */
public final class ClassPathText {
  private ClassPathText() {}

  /** The places, none if the text is empty. */
  public static List<Path> read(String text) {
    List<Path> places = new ArrayList<>();
    for (String place : text.isEmpty() ? new String[0] : text.split(File.pathSeparator, -1)) {
      try {
        places.add(Path.of(place));
      } catch (InvalidPathException e) {
        throw new UsageException("'" + place + "' cannot be the name of a file", "");
      }
    }
    return places;
  }
}
