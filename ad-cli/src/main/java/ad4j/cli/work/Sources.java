package ad4j.cli.work;

import ad4j.error.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The source lines that messages point at. Not thread-safe. */
public final class Sources {
  private final Map<String, String> texts = new HashMap<>();
  private String latest = "";

  /** None yet. */
  public Sources() {}

  /** Remembers a file that messages may call by its name alone. */
  public void file(Path file) {
    texts.put(String.valueOf(file.getFileName()), read(file.toString()));
  }

  /** Remembers text that is in no file. */
  public void inline(String text) {
    latest = text;
  }

  /** The whole line of this place, if it can be found and still holds that text. */
  Optional<String> line(Origin origin) {
    return text(origin.source())
        .lines()
        .skip(Math.max(0, origin.line() - 1))
        .findFirst()
        .filter(line -> line.length() >= origin.column() - 1)
        .filter(line -> line.startsWith(firstLine(origin.text()), origin.column() - 1));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private String text(String source) {
    return source.startsWith("<") ? latest : texts.computeIfAbsent(source, Sources::read);
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file), StandardCharsets.UTF_8);
    } catch (IOException | InvalidPathException e) {
      return ""; // then the message shows what the origin holds
    }
  }
}
