package ad4j.cli.repl;

import ad4j.cli.input.FileName;
import ad4j.cli.input.UsageException;
import ad4j.cli.operators.OperatorTable;
import ad4j.cli.output.Format;
import ad4j.cli.output.Listing;
import ad4j.cli.work.Workbench;
import ad4j.engine.Mode;
import ad4j.error.AdException;
import ad4j.op.Operator;
import ad4j.op.Operators.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Inputs that begin with a colon. */
final class ReplCommands {
  static final List<String> NAMES =
      List.of(":help", ":load", ":mode", ":ops", ":quit", ":reset", ":time", ":vars");

  private static final String HELP =
      """
      JavaScript is evaluated; let, const, class and function may be repeated.
        grad((x, y) => sin(x*y))(2, 3)     a gradient; also hessian, jacobian, jvp, vjp, hvp
        derivative(f, n)   check(f, point)   valueAndGrad(f)   operator(name, {value, slope})

      :help           this text
      :load FILE      evaluates a script, or runs a module
      :mode [MODE]    shows the mode; or goes on in forward, reverse or auto
      :ops [NAME]     the operators; or one in full
      :reset          forgets all variables
      :time INPUT     evaluates, and says how long it took
      :vars           the variables
      :quit           leaves, as does Ctrl-D

      Tab completes, Ctrl-R searches the history, Ctrl-C stops an evaluation.
      """;

  private static final int VALUE_WIDTH = 70;

  private final Workbench bench;
  private final Conversation conversation;

  ReplCommands(Workbench bench, Conversation conversation) {
    this.bench = bench;
    this.conversation = conversation;
  }

  static boolean isCommand(String input) {
    return input.stripLeading().startsWith(":");
  }

  void run(String input) {
    String[] parts = input.split("\\s+", 2);
    String argument = parts.length > 1 ? parts[1].strip() : "";
    switch (parts[0]) {
      case ":help", ":h", ":?" -> conversation.output().text(HELP);
      case ":quit", ":q", ":exit" -> conversation.end();
      case ":ops" -> operators(argument);
      case ":mode" -> mode(argument);
      case ":load" -> load(argument);
      case ":vars" -> variables();
      case ":time" -> time(argument);
      case ":reset" -> conversation.restart();
      default -> throw unknown(parts[0]);
    }
  }

  private static UsageException unknown(String name) {
    List<String> near = Spelling.near(name, NAMES, 3);
    return new UsageException(
        "no command '" + name + "'",
        near.isEmpty()
            ? ":help lists them"
            : "did you mean '" + String.join("' or '", near) + "'?");
  }

  private void operators(String name) {
    if (name.isEmpty() && conversation.output().format() == Format.TABLE) {
      conversation.show(
          wrapped(bench.installation().operators().all().stream().map(Operator::name).toList()));
      return;
    }
    OperatorTable table = new OperatorTable(bench.installation());
    if (name.isEmpty()) {
      table.writeAll(conversation.output());
    } else {
      table.write(name, conversation.output());
    }
  }

  private static String wrapped(List<String> words) {
    StringBuilder text = new StringBuilder();
    int column = 0;
    for (String word : words) {
      if (column + word.length() > VALUE_WIDTH) {
        text.append('\n');
        column = 0;
      }
      text.append(column == 0 ? "" : " ").append(word);
      column += word.length() + 1;
    }
    return text.toString();
  }

  private void mode(String name) {
    if (!name.isEmpty()) {
      conversation.mode(parsed(name));
    }
    conversation.show(conversation.mode().name().toLowerCase(Locale.ROOT));
  }

  private static Mode parsed(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "forward" -> Mode.FORWARD;
      case "reverse" -> Mode.REVERSE;
      case "auto" -> Mode.AUTO;
      default -> throw new UsageException("no mode '" + name + "'", "use forward, reverse or auto");
    };
  }

  private void load(String name) {
    if (name.isEmpty()) {
      throw new UsageException(":load needs a file", "");
    }
    Path file = FileName.existing(name);
    if (name.endsWith(".mjs")) {
      conversation.session().run(file);
      return;
    }
    try {
      conversation.show(conversation.evaluate(Files.readString(file)));
    } catch (IOException e) {
      throw new UsageException("cannot read " + file + ": " + e.getMessage(), "");
    }
  }

  private void variables() {
    List<List<Object>> rows = new ArrayList<>();
    for (String name : conversation.session().variables()) {
      rows.add(List.of(name, value(name)));
    }
    if (!rows.isEmpty()) {
      conversation.output().listing(new Listing("variables", List.of("name", "value"), rows));
    }
  }

  private String value(String name) {
    try {
      String text = conversation.session().evaluate(name).text();
      String line = text.lines().map(String::strip).collect(Collectors.joining(" "));
      return line.length() <= VALUE_WIDTH ? line : line.substring(0, VALUE_WIDTH - 3) + "...";
    } catch (AdException e) {
      return ""; // a getter that fails
    }
  }

  private void time(String input) {
    if (input.isEmpty()) {
      throw new UsageException(":time needs an input", "such as :time grad(f)(1)");
    }
    long begin = System.nanoTime();
    String text = conversation.evaluate(input);
    double milliseconds = (System.nanoTime() - begin) / 1e6;
    conversation.show(text);
    bench.messages().line(String.format(Locale.ROOT, "%.3f ms", milliseconds));
  }
}
