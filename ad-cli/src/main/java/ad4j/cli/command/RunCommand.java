package ad4j.cli.command;

import ad4j.cli.input.FileName;
import ad4j.cli.work.Action;
import ad4j.cli.work.ExitCode;
import ad4j.cli.work.Workbench;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ad run}. */
@Command(
    name = "run",
    description = {
      "Runs a script: a module that imports from 'ad', or a plain script.",
      "It may read files in its own folder and with --allow-read, and write none."
    },
    footer = {
      "Examples:",
      "  ad run train.mjs",
      "  ad run train.mjs --allow-read data --timeout 60s"
    })
final class RunCommand implements Action {
  @Parameters(index = "0", paramLabel = "FILE", description = "The script: .mjs or .js.")
  private String name = "";

  @Override
  public int run(Workbench bench) {
    Path file = FileName.existing(name);
    bench.sources().file(file);
    bench.session(List.of(Workbench.folder(file))).run(file);
    return ExitCode.FINE;
  }
}
