package ad4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ad repl} with piped input. */
final class PromptTest {
  private static final List<String> PIECES =
      List.of(
          "let ",
          "x",
          " = ",
          "1",
          ";",
          "\n",
          "(",
          ")",
          "{",
          "}",
          "[",
          "]",
          "grad",
          "(x => x*x)",
          "(2)",
          "+",
          "=>",
          "`",
          "'",
          "/*",
          "*/",
          "//",
          ":help",
          ":vars",
          ":ops",
          ":mode ",
          ":load ",
          ":time ",
          "\\",
          "\u0000",
          "∂",
          "class A",
          "const ",
          "for(;false;)",
          "return",
          ":",
          "?",
          "sin(",
          "null",
          "undefined",
          "1e999",
          "...",
          "async ",
          "await ",
          "#",
          "@",
          "import 'ad'");

  @Test
  void resultsGoToStandardOutputAndFailuresToStandardError() {
    CliRun run = CliRun.withInput("1 + 1\nmissing\n2 + 2\n", "repl");
    assertEquals("2\n4\n", run.out());
    assertTrue(run.err().startsWith("ad: AD-SCRIPT: "), run.err());
    assertEquals(1, run.exitCode());
  }

  @Test
  void variablesSurviveFailures() {
    CliRun run = CliRun.withInput("let a = 5\nthrow 1\na = a + 1\na\n", "repl");
    assertTrue(run.out().endsWith("6\n"), run.out());
  }

  @Test
  void aScriptIsLoaded(@TempDir Path folder) throws IOException {
    Path script = Files.writeString(folder.resolve("s.js"), "const twice = x => 2 * x;\n");
    CliRun run = CliRun.withInput(":load " + script + "\ntwice(4)\n", "repl");
    assertEquals(new CliRun(0, "8\n", ""), run);
  }

  @Test
  void aModeCanBeAskedFor() {
    assertEquals("forward\n", CliRun.withInput(":mode\n", "repl", "--mode", "forward").out());
  }

  @Test
  void aTimeLimitIsForEachInput() {
    CliRun run = CliRun.withInput("while (true) {}\n1\n", "repl", "--timeout", "3s");
    assertEquals("1\n", run.out());
    assertTrue(run.err().startsWith("ad: AD-LIMIT: "), run.err());
    assertEquals(124, run.exitCode());
  }

  @Test
  void anyInputGivesAnAnswerOrAMessage() {
    Random random = new Random(1);
    for (int i = 0; i < 60; i++) {
      StringBuilder input = new StringBuilder();
      for (int j = random.nextInt(60); j >= 0; j--) {
        input.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      CliRun run = CliRun.withInput(input.toString(), "repl", "--timeout", "20s");
      String context = input + "\n" + run;
      assertTrue(CliRun.EXIT_CODES.contains(run.exitCode()), context);
      assertFalse(run.err().contains("\tat ") || run.err().contains("AD-INTERNAL"), context);
    }
  }
}
