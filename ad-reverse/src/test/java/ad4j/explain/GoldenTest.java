package ad4j.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Explanations as they were last approved. With {@code -Dgolden.write=folder} they are written
 * there and compared no more.
 */
final class GoldenTest {
  @ParameterizedTest
  @MethodSource("ad4j.explain.WorkedExample#all")
  void textIsAsApproved(WorkedExample example) throws IOException {
    compare(example, ".txt", new TextRenderer());
  }

  @ParameterizedTest
  @MethodSource("ad4j.explain.WorkedExample#all")
  void dotIsAsApproved(WorkedExample example) throws IOException {
    compare(example, ".dot", new DotRenderer());
  }

  @ParameterizedTest
  @MethodSource("ad4j.explain.WorkedExample#all")
  void drawingIsAsApproved(WorkedExample example) throws IOException {
    compare(example, ".svg", new SvgRenderer());
  }

  private static void compare(WorkedExample example, String ending, Renderer renderer)
      throws IOException {
    String name = example.name() + ending;
    String text = renderer.render(example.explanation());
    String folder = System.getProperty("golden.write");
    if (folder != null) {
      Files.createDirectories(Path.of(folder));
      Files.writeString(Path.of(folder, name), text);
      return;
    }
    try (InputStream approved = GoldenTest.class.getResourceAsStream(name)) {
      assertNotNull(approved, name);
      assertEquals(new String(approved.readAllBytes(), UTF_8), text, name);
    }
  }
}
