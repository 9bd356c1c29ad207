package ad4j.cli.command;

import ad4j.Differentiable;
import ad4j.ValueAndAdjoint;
import ad4j.cli.input.GivenPoint;
import ad4j.cli.output.Axis;
import ad4j.cli.output.Quantity;
import ad4j.cli.work.Action;
import ad4j.cli.work.Workbench;
import ad4j.error.ShapeException;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ad vjp}. */
@Command(
    name = "vjp",
    description = "Results of a function, and the gradient of their weighted sum.",
    footer = {
      "Examples:",
      "  ad vjp '[x*y, x/y]' --at 2,3 --weights 1,0",
      "  ad vjp model.mjs#residuals --at 1,2 --weights 1,1,1 --format json"
    })
final class VjpCommand implements Action {
  @Mixin private Target target = new Target();

  @Option(
      names = {"-w", "--weights"},
      required = true,
      paramLabel = "WEIGHTS",
      order = 2,
      description = "The weights: one number a result.")
  private String weights = "";

  @Override
  public int run(Workbench bench) throws IOException {
    GivenPoint given = GivenPoint.read(weights);
    return new Evaluation(bench, target, (f, variables, x) -> answer(f, variables, x, given)).run();
  }

  private static List<Quantity> answer(
      Differentiable f, Axis variables, double[] x, GivenPoint given) {
    ValueAndAdjoint result = weighted(f, x, Lengths.weights(given));
    return List.of(
        Question.results("value", result.value()),
        new Quantity.Vector("vjp", variables, result.adjoint()));
  }

  private static ValueAndAdjoint weighted(Differentiable f, double[] x, double[] weights) {
    try {
      return f.valueAndVjp(x, weights);
    } catch (ShapeException e) {
      Lengths.requireWeights(weights, f.values(x).length);
      throw e;
    }
  }
}
