package ad4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java programs among the examples and in the texts run, and print what they say. */
final class JavaExampleTest {
  private static final Path FOLDER = Path.of("..");
  private static final Pattern PROGRAM =
      Pattern.compile(
          "```java\n(import ad4j.Ad;\nimport java.util.Arrays;\n.*?)```", Pattern.DOTALL);
  private static final Pattern PRINTED = Pattern.compile("println\\(.*\\);\\s*// (.*)");

  @TempDir private Path folder = Path.of("");

  @Test
  void logisticRegressionIsCompiledAndEndsAtTheReference()
      throws IOException, InterruptedException {
    String output =
        output(
            FOLDER.resolve("examples/java/LogisticRegression.java").toString(),
            FOLDER.resolve("examples/logistic-regression/breast_cancer.csv").toString());
    assertTrue(output.startsWith("the loss is compiled\n"), output);
    double loss = Double.parseDouble(output.substring(output.lastIndexOf("loss ") + 5).strip());
    assertEquals(0.0995913754847055, loss, 1e-12, output);
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/java.md"})
  void programsInTextsPrintWhatTheirCommentsSay(String text)
      throws IOException, InterruptedException {
    List<String> programs =
        PROGRAM
            .matcher(Files.readString(FOLDER.resolve(text)))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertFalse(programs.isEmpty(), text);
    for (String program : programs) {
      Path file = Files.writeString(folder.resolve("Models.java"), program);
      List<String> said =
          PRINTED.matcher(program).results().map((MatchResult match) -> match.group(1)).toList();
      assertEquals(said, output(file.toString()).lines().toList());
    }
  }

  private static String output(String... program) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                System.getProperty("java.class.path")));
    command.addAll(Arrays.asList(program));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), "it does not end");
    assertEquals(0, process.exitValue(), text);
    return text;
  }
}
