package ad4j.cli.command;

import ad4j.cli.work.Action;
import ad4j.cli.work.Workbench;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ad eval}. */
@Command(
    name = "eval",
    description = "The value of a function.",
    footer = {
      "Examples:",
      "  ad eval 'x**2 + y' --at 2,3",
      "  ad eval model.mjs#loss --at 1,2 --format json",
      "  ad eval 'x => [x[0]*x[1], x[2]]' --at 2,3,4"
    })
final class EvalCommand implements Action {
  @Mixin private Target target = new Target();

  @Override
  public int run(Workbench bench) throws IOException {
    return new Evaluation(
            bench, target, (f, variables, x) -> List.of(Question.results("value", f.values(x))))
        .run();
  }
}
