package ad4j.cli.repl;

import ad4j.cli.work.Workbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Inputs from a person at a terminal: editing, history, completion, interruption. */
final class TerminalInput {
  private static final String PROMPT = "ad> ";
  private static final String CONTINUATION = "... ";
  private static final int HISTORY_SIZE = 5000;

  private final Workbench bench;
  private final Conversation conversation;

  TerminalInput(Workbench bench, Conversation conversation) {
    this.bench = bench;
    this.conversation = conversation;
  }

  void run() throws IOException {
    try (Terminal terminal = TerminalBuilder.builder().name("ad").dumb(true).build()) {
      run(terminal, historyFile(System.getenv()));
    }
  }

  void run(Terminal terminal, Optional<Path> history) {
    terminal.handle(Terminal.Signal.INT, signal -> conversation.session().interrupt());
    LineReader reader = reader(terminal, history);
    bench.messages().line("ad4j: JavaScript with derivatives. :help for help, Ctrl-D to leave.");
    while (!conversation.ended()) {
      step(reader);
    }
  }

  private void step(LineReader reader) {
    String input = "";
    try {
      input = reader.readLine(PROMPT);
    } catch (UserInterruptException e) {
      input = ""; // Ctrl-C at the prompt clears the line
    } catch (EndOfFileException e) {
      conversation.end();
    }
    conversation.take(input);
  }

  private LineReader reader(Terminal terminal, Optional<Path> history) {
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .appName("ad")
            .terminal(terminal)
            .parser(new InputParser(conversation))
            .completer(new Completion(conversation))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, CONTINUATION)
            .variable(LineReader.INDENTATION, 2)
            .variable(LineReader.HISTORY_SIZE, HISTORY_SIZE)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
            .option(LineReader.Option.INSERT_TAB, false);
    history.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    return builder.build();
  }

  /** In the user's folder for such things; none if it cannot be written. */
  static Optional<Path> historyFile(Map<String, String> environment) {
    String state = environment.getOrDefault("XDG_STATE_HOME", "");
    String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
    if (state.isEmpty() && home.isEmpty()) {
      return Optional.empty();
    }
    Path folder = state.isEmpty() ? Path.of(home, ".local", "state") : Path.of(state);
    try {
      Path file = Files.createDirectories(folder.resolve("ad4j")).resolve("history");
      boolean writable =
          Files.exists(file) ? Files.isWritable(file) : Files.isWritable(folder.resolve("ad4j"));
      return writable ? Optional.of(file) : Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
