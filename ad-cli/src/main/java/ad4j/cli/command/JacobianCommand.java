package ad4j.cli.command;

import ad4j.Differentiable;
import ad4j.ValueAndJacobian;
import ad4j.cli.output.Axis;
import ad4j.cli.output.Quantity;
import ad4j.cli.work.Action;
import ad4j.cli.work.Workbench;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ad jacobian}. */
@Command(
    name = "jacobian",
    description = "Results and Jacobian of a function: one row a result, one column a variable.",
    footer = {
      "Examples:",
      "  ad jacobian '[x*y, x+y, Math.sin(x)]' --at 2,3",
      "  ad jacobian 'v => v.map(x => x*x)' --at 1,2,3 --format json"
    })
final class JacobianCommand implements Action {
  @Mixin private Target target = new Target();

  @Override
  public int run(Workbench bench) throws IOException {
    return new Evaluation(bench, target, JacobianCommand::answer).run();
  }

  private static List<Quantity> answer(Differentiable f, Axis variables, double[] x) {
    ValueAndJacobian result = f.valueAndJacobian(x);
    double[] values = result.value();
    Axis results = Axis.results(values.length);
    return List.of(
        new Quantity.Vector("value", results, values),
        new Quantity.Matrix("jacobian", results, variables, result.jacobian()));
  }
}
