package ad4j.cli.command;

import ad4j.Differentiable;
import ad4j.check.CheckReport;
import ad4j.check.GradientCheck;
import ad4j.cli.command.Evaluation.Located;
import ad4j.cli.input.GivenPoint;
import ad4j.cli.input.UsageException;
import ad4j.cli.input.Variables;
import ad4j.cli.work.Action;
import ad4j.cli.work.GivenFunction;
import ad4j.cli.work.Workbench;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ad check}. */
@Command(
    name = "check",
    description = {
      "Compares the derivatives of a function, in both modes, with finite differences.",
      "Exit code 3 if a partial disagrees; kinks are shown with their one-sided slopes."
    },
    footer = {
      "Examples:",
      "  ad check 'Math.sin(x*y)' --at 2,3",
      "  ad check 'Math.abs(x)' --at 0",
      "  ad check 'x**2*y' --random 100 --seed 1 --box -2,2",
      "  ad check model.mjs#loss --random 20 --box 0,1 --box -1,1 --format json"
    })
final class CheckCommand implements Action {
  @Parameters(
      index = "0",
      paramLabel = "F",
      description = {
        "The function: JavaScript, model.mjs#loss,",
        "Models.class#loss, or - for standard input."
      })
  private String function = "";

  @Option(
      names = {"-a", "--at"},
      paramLabel = "POINT",
      order = 0,
      description = "The point: 2,3 in the order of the variables, or x=2,y=3.")
  private @Nullable String at;

  @Option(
      names = "--random",
      paramLabel = "N",
      order = 1,
      description = "Check at so many random points instead.")
  private @Nullable Integer random;

  @Option(
      names = "--seed",
      paramLabel = "N",
      order = 2,
      description = "Which random points: the same for the same seed (1).")
  private long seed = 1;

  @Option(
      names = "--box",
      paramLabel = "LOW,HIGH",
      order = 3,
      description = "Where random points lie (-1,1); once for all variables, or once for each.")
  private List<String> box = new ArrayList<>();

  @Option(
      names = "--inputs",
      paramLabel = "N",
      order = 4,
      description = "How many elements an array has, for random points.")
  private @Nullable Integer inputs;

  @Option(
      names = "--all",
      order = 5,
      description = "Show the random points where all is well, too.")
  private boolean all;

  @Override
  public int run(Workbench bench) {
    if ((at == null) == (random == null)) {
      throw new UsageException(
          "either --at or --random is needed", "add --at POINT or --random 100");
    }
    GivenFunction f = bench.function(function);
    return random == null ? one(bench, f) : many(bench, f, random);
  }

  private int one(Workbench bench, GivenFunction f) {
    Located point = Located.of(f, at == null ? null : GivenPoint.read(at));
    Differentiable differentiable = f.differentiable(point.x().length);
    List<CheckReport> reports =
        List.of(GradientCheck.at(differentiable, point.variables(), point.x()));
    return new CheckOutput(bench, point.variables(), reports, true).write();
  }

  private int many(Workbench bench, GivenFunction f, int points) {
    if (points < 1) {
      throw new UsageException("--random " + points + " checks nothing", "use 1 or more");
    }
    List<String> variables =
        Variables.names(f.parameters(), inputs == null ? f.parameters().size() : inputs);
    int n = variables.size();
    double[][] ends = ends(n);
    List<CheckReport> reports =
        GradientCheck.random(f.differentiable(n), variables, ends[0], ends[1], points, seed);
    if (inputs == null && n == 1 && reports.stream().allMatch(CheckOutput::undefined)) {
      throw new UsageException(
          "the function is not defined at any of the random points",
          "if it takes an array, say of how many elements with --inputs; else give a --box");
    }
    return new CheckOutput(bench, variables, reports, all).write();
  }

  private double[][] ends(int variables) {
    List<String> given = box.isEmpty() ? List.of("-1,1") : box;
    if (given.size() != 1 && given.size() != variables) {
      throw new UsageException(
          "--box is given " + given.size() + " times for " + variables + " variables",
          "give it once for all, or once for each");
    }
    double[][] ends = new double[2][variables];
    for (int i = 0; i < variables; i++) {
      GivenPoint interval = GivenPoint.read(given.get(given.size() == 1 ? 0 : i));
      List<Double> numbers = interval.numbers();
      if (numbers.size() != 2 || !(numbers.get(0) < numbers.get(1))) {
        throw new UsageException("--box needs two numbers, the lower first", "such as --box -2,2");
      }
      ends[0][i] = numbers.get(0);
      ends[1][i] = numbers.get(1);
    }
    return ends;
  }
}
