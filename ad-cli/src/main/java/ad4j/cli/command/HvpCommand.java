package ad4j.cli.command;

import ad4j.Differentiable;
import ad4j.ValueGradientProduct;
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

/** {@code ad hvp}. */
@Command(
    name = "hvp",
    description = "Value, gradient, and the Hessian times a direction, without the Hessian.",
    footer = {
      "Examples:",
      "  ad hvp 'x**2*y' --at 2,3 --dir 1,0",
      "  ad hvp model.mjs#loss --at 1,2 --dir 0,1 --format json"
    })
final class HvpCommand implements Action {
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
    ValueGradientProduct result = f.valueAndHvp(x, Lengths.direction(given, variables));
    return List.of(
        new Quantity.Scalar("value", result.value()),
        new Quantity.Vector("gradient", variables, result.gradient()),
        new Quantity.Vector("hvp", variables, result.product()));
  }
}
