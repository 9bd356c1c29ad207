package ad4j.cli.command;

import ad4j.Differentiable;
import ad4j.cli.input.GivenPoint;
import ad4j.cli.input.UsageException;
import ad4j.cli.output.Axis;
import ad4j.cli.output.Quantity;
import ad4j.cli.work.Action;
import ad4j.cli.work.Workbench;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ad taylor}. */
@Command(
    name = "taylor",
    description = "Taylor coefficients of a function in a direction d: of f(x + t*d), from t^0 on.",
    footer = {
      "Examples:",
      "  ad taylor 'Math.exp(x)' --at 0 --order 4",
      "  ad taylor 'x*y' --at 2,3 --dir 1,-1 --order 2 --format json"
    })
final class TaylorCommand implements Action {
  private static final int HIGHEST_ORDER = 100;

  @Mixin private Target target = new Target();

  @Option(
      names = {"-n", "--order"},
      required = true,
      paramLabel = "N",
      order = 2,
      description = "The order of the last coefficient.")
  private int order;

  @Option(
      names = {"-d", "--dir"},
      paramLabel = "DIRECTION",
      order = 3,
      description = "The direction: one number a variable; 1 for a function of one.")
  private @Nullable String direction;

  @Override
  public int run(Workbench bench) throws IOException {
    if (order < 0 || order > HIGHEST_ORDER) {
      throw new UsageException(
          "the order of a coefficient cannot be " + order, "use 0 to " + HIGHEST_ORDER);
    }
    GivenPoint given = direction == null ? null : GivenPoint.read(direction);
    return new Evaluation(bench, target, (f, variables, x) -> answer(f, variables, x, given)).run();
  }

  private List<Quantity> answer(
      Differentiable f, Axis variables, double[] x, @Nullable GivenPoint given) {
    if (given == null && x.length != 1) {
      throw new UsageException(
          "a function of " + x.length + " variables needs a direction",
          "add --dir with one number for each of " + String.join(", ", variables.labels()));
    }
    double[] towards = given == null ? new double[] {1} : Lengths.direction(given, variables);
    double[] coefficients = f.taylor(x, towards, order);
    return List.of(new Quantity.Vector("coefficients", Axis.orders(0, order), coefficients));
  }
}
