package ad4j.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On plain numbers, rewritten code does what the code as written does, bit for bit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SameMeaningTest {
  private TwoEngines engines;

  @BeforeAll
  void open() {
    engines = new TwoEngines();
  }

  @AfterAll
  void close() {
    engines.close();
  }

  static List<String> snippets() throws IOException {
    try (InputStream stream = SameMeaningTest.class.getResourceAsStream("snippets.txt")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void aSnippetMeansTheSame(String snippet) {
    assertEquals(engines.plain(snippet), engines.rewritten(snippet), TwoEngines.rewrite(snippet));
  }

  static Stream<String> programs() {
    return Stream.iterate(1L, seed -> seed + 1).limit(120).map(RandomProgram::of);
  }

  @Test
  void mostRandomProgramsRunToTheirEnd() {
    long throwing = programs().filter(text -> engines.plain(text).startsWith("throws")).count();
    assertTrue(throwing < 40, throwing + " of 120 end early");
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aRandomProgramMeansTheSame(String program) {
    assertEquals(engines.plain(program), engines.rewritten(program), TwoEngines.rewrite(program));
  }
}
