package ad4j.cli.command;

import ad4j.Differentiable;
import ad4j.ValueAndGradient;
import ad4j.cli.input.UsageException;
import ad4j.cli.output.Axis;
import ad4j.cli.output.Quantity;
import ad4j.cli.output.Quantity.Scalar;
import ad4j.cli.output.Quantity.Vector;
import ad4j.cli.work.Action;
import ad4j.cli.work.Workbench;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ad grad}. */
@Command(
    name = "grad",
    description = "Value and gradient of a function with one result.",
    footer = {
      "Examples:",
      "  ad grad 'Math.sin(x*y) + Math.cos(x*y)' --at 2,3",
      "  ad grad 'x**2 + y' --at y=3,x=2 --format json",
      "  ad grad 'Math.tanh(x)' --at 0.5 --order 3     value and derivatives 1 to 3",
      "  ad grad model.mjs#loss --points points.csv > gradients.csv"
    })
final class GradCommand implements Action {
  private static final int HIGHEST_ORDER = 100;

  @Mixin private Target target = new Target();

  @Option(
      names = {"-n", "--order"},
      paramLabel = "N",
      order = 2,
      description = "All derivatives up to this order; for a function of one variable.")
  private @Nullable Integer order;

  @Override
  public int run(Workbench bench) throws IOException {
    if (order != null && (order < 1 || order > HIGHEST_ORDER)) {
      throw new UsageException(
          "the order of a derivative cannot be " + order, "use 1 to " + HIGHEST_ORDER);
    }
    return new Evaluation(bench, target, this::answer).run();
  }

  private List<Quantity> answer(Differentiable f, Axis variables, double[] x) {
    if (order == null) {
      ValueAndGradient result = f.valueAndGradient(x);
      return List.of(
          new Scalar("value", result.value()),
          new Vector("gradient", variables, result.gradient()));
    }
    if (x.length != 1) {
      throw new UsageException(
          "--order needs a function of one variable; this one has " + x.length,
          "use `ad hessian` for second derivatives");
    }
    double[] all = f.derivatives(order, x[0]);
    double[] derivatives = Arrays.copyOfRange(all, 1, all.length);
    return List.of(
        new Scalar("value", all[0]), new Vector("derivatives", Axis.orders(order), derivatives));
  }
}
