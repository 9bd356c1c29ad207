package ad4j.cli.repl;

import ad4j.cli.work.ExitCode;
import ad4j.cli.work.Workbench;
import java.io.IOException;

/** Reads inputs, evaluates them, and shows what comes of them. */
public final class Repl {
  private final Workbench bench;

  /** Will work with this. */
  public Repl(Workbench bench) {
    this.bench = bench;
  }

  /** Goes on until the input ends; gives the exit code. */
  public int run() throws IOException {
    Conversation conversation = new Conversation(bench);
    if (bench.streams().interactive().getAsBoolean()) {
      new TerminalInput(bench, conversation).run();
      return ExitCode.FINE;
    }
    new PipedInput(bench.streams().in()).run(conversation);
    return conversation.exitCode();
  }
}
