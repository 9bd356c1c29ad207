package ad4j.cli.command;

import ad4j.Differentiable;
import ad4j.ValueGradientHessian;
import ad4j.cli.output.Axis;
import ad4j.cli.output.Quantity;
import ad4j.cli.work.Action;
import ad4j.cli.work.Workbench;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ad hessian}. */
@Command(
    name = "hessian",
    description = "Value, gradient and Hessian of a function with one result.",
    footer = {
      "Examples:",
      "  ad hessian 'x**2*y + Math.exp(y)' --at 2,3",
      "  ad hessian model.mjs#loss --at 1,2,3 --format json"
    })
final class HessianCommand implements Action {
  @Mixin private Target target = new Target();

  @Override
  public int run(Workbench bench) throws IOException {
    return new Evaluation(bench, target, HessianCommand::answer).run();
  }

  private static List<Quantity> answer(Differentiable f, Axis variables, double[] x) {
    ValueGradientHessian result = f.valueGradientHessian(x);
    return List.of(
        new Quantity.Scalar("value", result.value()),
        new Quantity.Vector("gradient", variables, result.gradient()),
        new Quantity.Matrix("hessian", variables, variables, result.hessian()));
  }
}
