package ad4j.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is typed, there is an answer or a message, and an exit code that is documented. */
final class FuzzTest {
  private static final List<String> COMMANDS =
      List.of(
          "eval",
          "grad",
          "jacobian",
          "hessian",
          "jvp",
          "vjp",
          "hvp",
          "taylor",
          "explain",
          "graph",
          "check",
          "ops",
          "doctor",
          "run",
          "repl",
          "help",
          "",
          "-");

  private static final List<String> FUNCTIONS =
      List.of(
          "x",
          "x*y",
          "-x",
          "Math.log(x)",
          "[x, y]",
          "v => v[0]",
          "x => { throw x }",
          "(",
          "=>",
          "x =>",
          "1",
          "'a'",
          "null",
          "{}",
          "x => ({a: x})",
          "/*",
          "`",
          "//",
          "\u0000",
          "\n",
          "-",
          "src/test/resources/ad4j/cli/files/model.mjs#loss",
          "nowhere.mjs#f",
          "x.y.z",
          "eval(x)",
          "x => x => x",
          "function f(x) { return x }",
          "class A {}",
          "throw 1",
          "∂",
          "sin(x)");

  private static final List<String> OPTIONS =
      List.of(
          "--at",
          "--dir",
          "--weights",
          "--order",
          "--points",
          "--format",
          "--precision",
          "--mode",
          "--engine",
          "--wrt",
          "--label",
          "--result",
          "--random",
          "--box",
          "--seed",
          "--verify",
          "--help",
          "--unknown",
          "-n",
          "-f",
          "--",
          "--at=",
          "--version",
          "--name",
          "--prefix",
          "--max-paths",
          "--inputs",
          "--statement-limit");

  private static final List<String> VALUES =
      List.of(
          "1",
          "2,3",
          "1,2,3",
          "x=1",
          "x=1,y=2",
          "NaN",
          "-Infinity",
          "-1",
          "",
          ",",
          "0",
          "json",
          "csv",
          "plain",
          "forward",
          "reverse",
          "-",
          "1e999",
          "x",
          "-2,2",
          "w1=a",
          "\t",
          "99999999",
          "src/test/resources/ad4j/cli/files/points.csv",
          "src",
          "$",
          "%s",
          "@",
          "[1,2]");

  private static String[] randomArguments(Random random) {
    List<String> arguments = new ArrayList<>();
    if (random.nextInt(20) > 0) {
      arguments.add(any(COMMANDS, random));
    }
    if (random.nextInt(6) > 0) {
      arguments.add(any(FUNCTIONS, random));
    }
    for (int i = random.nextInt(5); i > 0; i--) {
      arguments.add(any(OPTIONS, random));
      if (random.nextInt(6) > 0) {
        arguments.add(any(VALUES, random));
      }
    }
    return arguments.toArray(String[]::new);
  }

  private static String any(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  @Test
  void anyArgumentsGiveAnAnswerOrAMessage() throws IOException {
    Random random = new Random(20251121);
    for (int i = 0; i < 600; i++) {
      String[] arguments = randomArguments(random);
      requireSound(arguments, CliRun.withInput("1,2\n", arguments));
    }
  }

  @Test
  void mostWellFormedRequestsAreAnswered() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 150; i++) {
      String[] arguments = {
        any(COMMANDS.subList(0, 10), random),
        any(FUNCTIONS, random),
        "--at",
        any(VALUES.subList(0, 8), random),
        "--format",
        any(List.of("table", "json", "csv", "plain"), random)
      };
      requireSound(arguments, CliRun.of(arguments));
    }
  }

  private static void requireSound(String[] arguments, CliRun run) throws IOException {
    String context = Arrays.toString(arguments) + "\n" + run;
    assertTrue(CliRun.EXIT_CODES.contains(run.exitCode()), context);
    assertFalse(run.err().contains("\tat "), context);
    assertFalse(run.err().contains("AD-INTERNAL"), context);
    assertTrue(
        run.exitCode() == 0 || run.exitCode() == 3 || !run.err().isBlank() || isRepl(run), context);
    if (run.exitCode() == 0 && run.out().startsWith("{")) {
      requireJson(run.out());
    }
  }

  /** A prompt says what is wrong as it happens. */
  private static boolean isRepl(CliRun run) {
    return run.exitCode() == 1 && !run.out().isBlank();
  }

  private static void requireJson(String text) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      while (parser.nextToken() != null) {
        parser.currentName();
      }
    }
  }
}
