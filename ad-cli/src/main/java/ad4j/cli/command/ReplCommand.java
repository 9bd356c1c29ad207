package ad4j.cli.command;

import ad4j.cli.repl.Repl;
import ad4j.cli.work.Action;
import ad4j.cli.work.Workbench;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code ad repl}. */
@Command(
    name = "repl",
    description = {
      "An interactive session. All of 'ad' and all operators have bare names in it.",
      "Reads standard input to its end where that is no terminal."
    },
    footer = {
      "Examples:",
      "  ad repl",
      "  echo 'grad((x, y) => sin(x*y))(2, 3)' | ad repl",
      "",
      "In it: :help lists its commands, Tab completes, Ctrl-R searches the history,",
      "Ctrl-C stops an evaluation, Ctrl-D leaves."
    })
final class ReplCommand implements Action {
  @Override
  public int run(Workbench bench) throws IOException {
    return new Repl(bench).run();
  }

  @Override
  public boolean endless() {
    return true;
  }
}
