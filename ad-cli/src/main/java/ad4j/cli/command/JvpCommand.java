package ad4j.cli.command;

import ad4j.Differentiable;
import ad4j.ValueAndTangent;
import ad4j.cli.input.GivenPoint;
import ad4j.cli.output.Axis;
import ad4j.cli.output.Quantity;
import ad4j.cli.work.Action;
import ad4j.cli.work.Workbench;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ad jvp}. */
@Command(
    name = "jvp",
    description = "Results of a function and their derivatives in a direction.",
    footer = {
      "Examples:",
      "  ad jvp 'x*y' --at 2,3 --dir 1,0",
      "  ad jvp '[x*y, x/y]' --at x=2,y=3 --dir x=1,y=-1 --format json"
    })
final class JvpCommand implements Action {
  @Mixin private Target target = new Target();

  @Option(
      names = {"-d", "--dir"},
      required = true,
      paramLabel = "DIRECTION",
      order = 2,
      description = "The direction: one number a variable.")
  private String direction = "";

  @Override
  public int run(Workbench bench) throws IOException {
    GivenPoint given = GivenPoint.read(direction);
    return new Evaluation(bench, target, (f, variables, x) -> answer(f, variables, x, given)).run();
  }

  private static List<Quantity> answer(
      Differentiable f, Axis variables, double[] x, GivenPoint given) {
    ValueAndTangent result = f.valueAndJvp(x, Lengths.direction(given, variables));
    return List.of(
        Question.results("value", result.value()), Question.results("jvp", result.tangent()));
  }
}
