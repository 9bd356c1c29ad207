package ad4j.cli.repl;

import ad4j.cli.input.UsageException;
import ad4j.cli.output.Format;
import ad4j.cli.output.Output;
import ad4j.cli.work.ExitCode;
import ad4j.cli.work.Messages;
import ad4j.cli.work.Workbench;
import ad4j.engine.Mode;
import ad4j.error.AdException;
import ad4j.script.ScriptSession;
import java.util.List;

/** What has been said so far: one session, and the answers to its inputs. */
final class Conversation {
  private final Workbench bench;
  private final Output output;
  private final Messages messages;
  private final ReplCommands commands;
  private volatile ScriptSession session;
  private Mode mode;
  private int exitCode = ExitCode.FINE;
  private boolean ended;

  Conversation(Workbench bench) {
    this.bench = bench;
    output = bench.output(Format.TABLE);
    messages = bench.messages();
    mode = bench.options().mode();
    session = bench.session(List.of());
    commands = new ReplCommands(bench, this);
  }

  ScriptSession session() {
    return session;
  }

  Mode mode() {
    return mode;
  }

  /** That of the failure with the highest one. */
  int exitCode() {
    return exitCode;
  }

  boolean ended() {
    return ended;
  }

  void end() {
    ended = true;
  }

  /** Goes on in this mode. */
  void mode(Mode next) {
    mode = next;
    session.differentiateIn(bench.mode(next));
  }

  /** Begins anew, without variables. */
  void restart() {
    session = bench.session(List.of(), mode);
  }

  /** Whether the input goes on in the next line. */
  boolean incomplete(String input) {
    return !ReplCommands.isCommand(input) && !input.isBlank() && session.incomplete(input);
  }

  /** Answers an input; failures are shown, and remembered. */
  void take(String input) {
    if (input.isBlank()) {
      return;
    }
    try {
      if (ReplCommands.isCommand(input)) {
        commands.run(input.strip());
      } else {
        show(evaluate(input));
      }
    } catch (UsageException e) {
      exitCode = Math.max(exitCode, ExitCode.USAGE);
      messages.usage(e);
    } catch (AdException e) {
      exitCode = Math.max(exitCode, ExitCode.of(e));
      messages.failure(e);
    }
  }

  /** Evaluates an input; gives the value as text. */
  String evaluate(String input) {
    bench.sources().inline(input);
    return session.evaluate(input).text();
  }

  /** Shows text, if there is any. */
  void show(String text) {
    if (!text.isEmpty()) {
      output.text(text + "\n");
    }
  }

  Output output() {
    return output;
  }
}
