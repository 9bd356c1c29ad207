package ad4j.cli.repl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.Installation;
import ad4j.cli.work.Deadline;
import ad4j.cli.work.Installed;
import ad4j.cli.work.Messages;
import ad4j.cli.work.Options;
import ad4j.cli.work.Running;
import ad4j.cli.work.Sources;
import ad4j.cli.work.Streams;
import ad4j.cli.work.Workbench;
import ad4j.engine.Mode;
import ad4j.script.ScriptSession;
import ad4j.script.ScriptSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The prompt at a terminal: keys as a person would press them, without the driver of the system
 * between.
 */
@Timeout(60)
final class TerminalInputTest {
  private static final String TAB = "\t";
  private static final String UP = "\033[A";
  private static final String CONTROL_A = "\001";
  private static final String CONTROL_D = "\004";
  private static final String CONTROL_R = "\022";

  /** What was written, and what the terminal showed. */
  private record Run(String out, String err, String screen) {}

  private static Run typed(String type, Optional<Path> history, String... keys) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream((String.join("", keys) + CONTROL_D).getBytes(UTF_8));
    try (Running running = new Running();
        Terminal terminal = new DumbTerminal("test", type, in, screen, UTF_8)) {
      terminal.setSize(Size.of(80, 24));
      Workbench bench = bench(running, new Streams(in, out, err, () -> true));
      new TerminalInput(bench, new Conversation(bench)).run(terminal, history);
    }
    return new Run(out.toString(UTF_8), err.toString(UTF_8), screen.toString(UTF_8));
  }

  private static Workbench bench(Running running, Streams streams) {
    Options options =
        new Options(null, 0, Mode.AUTO, null, null, 0, List.of(), List.of(), List.of());
    Sources sources = new Sources();
    return new Workbench(
        options,
        streams,
        new Messages(streams.err(), sources),
        sources,
        new Deadline(null, () -> {}, late -> {}),
        new Installed(options),
        (readable, mode) -> running.opened(new ScriptSession(settings(streams, mode))));
  }

  private static ScriptSettings settings(Streams streams, Mode mode) {
    return new ScriptSettings(
        Installation.standard(),
        mode,
        null,
        0,
        List.of(),
        streams.out(),
        streams.err(),
        streams.in());
  }

  private static String answers(String... keys) throws IOException {
    return typed("ansi", Optional.empty(), keys).out();
  }

  @Test
  void anInputIsAnswered() throws IOException {
    Run run = typed("ansi", Optional.empty(), "grad(x => x*x)(3)\r");
    assertEquals("6\n", run.out());
    assertTrue(run.err().startsWith("ad4j: "), run.err());
    assertTrue(run.screen().contains("ad> "), run.screen());
  }

  @Test
  void aDumbTerminalWillDo() throws IOException {
    assertEquals("6\n", typed(Terminal.TYPE_DUMB, Optional.empty(), "2*3\r").out());
  }

  @Test
  void anInputThatIsIncompleteGoesOn() throws IOException {
    Run run =
        typed("ansi", Optional.empty(), "function f(x) {\r", "return x * 2\r", "}\r", "f(4)\r");
    assertEquals("8\n", run.out());
    assertTrue(run.screen().contains("... "), run.screen());
  }

  @Test
  void anInputThatIsWrongDoesNotGoOn() throws IOException {
    Run run = typed("ansi", Optional.empty(), "1 +* 2\r", "5\r");
    assertEquals("5\n", run.out());
    assertTrue(run.err().contains("AD-SYNTAX"), run.err());
    assertFalse(run.screen().contains("... "), run.screen());
  }

  @Test
  void aWordIsCompleted() throws IOException {
    assertEquals("3\n", answers("let weights = 3\r", "weig", TAB, "\r"));
    assertEquals("1\n", answers("Math.sig", TAB, "(7)\r"));
    assertEquals("3\n", answers("let some = {inner: 3}\r", "some.inn", TAB, "\r"));
  }

  @Test
  void aCommandIsCompleted() throws IOException {
    assertEquals("auto\n", answers(":mo", TAB, "\r"));
  }

  @Test
  void aWordThatCouldBecomeSeveralShowsThem() throws IOException {
    Run run = typed("ansi", Optional.empty(), "let apple = 1, apricot = 2\r", "ap", TAB, TAB, "\r");
    assertTrue(run.screen().contains("apple") && run.screen().contains("apricot"), run.screen());
  }

  @Test
  void aLineIsEdited() throws IOException {
    assertEquals("12\n", answers("+ 2\b\b\b", "2", CONTROL_A, "1", "\r"));
  }

  @Test
  void earlierInputsAreCalledBack() throws IOException {
    assertEquals("7\n7\n", answers("3 + 4\r", UP, "\r"));
    assertEquals("7\n2\n7\n", answers("3 + 4\r", "2\r", CONTROL_R, "+", "\r"));
  }

  @Test
  void aHistoryOutlivesTheProcess(@TempDir Path folder) throws IOException {
    Optional<Path> file = Optional.of(folder.resolve("history"));
    assertEquals("7\n", typed("ansi", file, "3 + 4\r").out());
    assertTrue(Files.exists(file.get()));
    assertEquals("7\n", typed("ansi", file, UP, "\r").out());
  }

  @Test
  void aFailureDoesNotEndIt() throws IOException {
    Run run = typed("ansi", Optional.empty(), "missing\r", "1\r", ":quit\r");
    assertEquals("1\n", run.out());
    assertTrue(run.err().contains("AD-SCRIPT"), run.err());
  }
}
