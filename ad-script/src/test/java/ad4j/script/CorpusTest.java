package ad4j.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.engine.Mode;
import ad4j.error.AdException;
import ad4j.error.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every script of the corpus prints what stands beside it, in every mode. */
final class CorpusTest {
  private static Path folder() {
    URL url = Objects.requireNonNull(CorpusTest.class.getResource("corpus"));
    try {
      return Path.of(new URI(url.toString()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.filter(file -> file.toString().endsWith(".mjs")).sorted().toList();
    }
  }

  static Stream<Arguments> runs() throws IOException {
    return scripts().stream()
        .flatMap(file -> Stream.of(Mode.values()).map(mode -> Arguments.of(file, mode)));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void aScriptPrintsWhatStandsBesideIt(Path script, Mode mode) throws IOException {
    Path expected = Path.of(script.toString().replace(".mjs", ".out"));
    assertEquals(
        Files.readString(expected), output(script, mode), script.getFileName() + " " + mode);
  }

  @Test
  void theCorpusIsThere() throws IOException {
    assertTrue(scripts().size() >= 25);
  }

  private static String output(Path script, Mode mode) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String failure = "";
    try (ScriptSession session = new ScriptSession(TwoEngines.settings(mode, out))) {
      session.run(script);
    } catch (AdException e) {
      failure = shown(e);
    }
    return out.toString(StandardCharsets.UTF_8) + failure;
  }

  private static String shown(AdException e) {
    String message = e.code() + ": " + e.what() + "; " + e.remedy() + "\n";
    Origin origin = e.origin();
    return origin == null
        ? message
        : message
            + "%s:%d:%d\n"
                .formatted(Path.of(origin.source()).getFileName(), origin.line(), origin.column())
            + origin.text()
            + "\n"
            + " ".repeat(origin.column() - 1)
            + "^\n";
  }
}
