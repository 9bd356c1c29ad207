package ad4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/**
 * Every command in every format, and every way to go wrong, against transcripts. To write them anew
 * from what the commands give now, and then to read them with care: {@code
 * JAVA_TOOL_OPTIONS=-Dad4j.transcripts.write=true mvn test}.
 */
final class TranscriptTest {
  private static final Path RESOURCES = Path.of("src/test/resources/ad4j/cli");
  private static final Path FILES = RESOURCES.resolve("files");

  @TestFactory
  Stream<DynamicContainer> commandsGiveWhatTheTranscriptsSay() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(RESOURCES.resolve("transcripts"))) {
      files = found.sorted().toList();
    }
    return files.stream().map(TranscriptTest::container);
  }

  private static DynamicContainer container(Path file) {
    try {
      List<Transcript> transcripts = Transcript.read(file);
      if (Boolean.getBoolean("ad4j.transcripts.write")) {
        write(file, transcripts);
      }
      return dynamicContainer(
          String.valueOf(file.getFileName()),
          transcripts.stream().map(t -> dynamicTest("ad " + t.command(), () -> verify(t))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void verify(Transcript transcript) {
    if (transcript.expected().isEmpty()) {
      fail("the transcript is empty");
    }
    assertEquals(transcript.expected(), transcript.actual(FILES));
  }

  private static void write(Path file, List<Transcript> transcripts) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Transcript transcript : transcripts) {
      text.append("$ ad ").append(transcript.command()).append('\n');
      transcript.input().lines().forEach(line -> text.append("< ").append(line).append('\n'));
      text.append(transcript.actual(FILES)).append('\n');
    }
    Files.writeString(file, text);
  }
}
