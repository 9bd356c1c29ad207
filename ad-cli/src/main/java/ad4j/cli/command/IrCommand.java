package ad4j.cli.command;

import ad4j.Transform;
import ad4j.cli.input.Choice;
import ad4j.cli.input.UsageException;
import ad4j.cli.output.Format;
import ad4j.cli.output.Output;
import ad4j.cli.work.Action;
import ad4j.cli.work.ExitCode;
import ad4j.cli.work.GivenFunction;
import ad4j.cli.work.Workbench;
import ad4j.program.Printer;
import ad4j.program.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ad ir}. */
@Command(
    name = "ir",
    description = {
      "A Java method as it is read from its class file, and its derivative: as Programs.",
      "Without --derivative, the method and its gradient; the VJP if it returns an array."
    },
    footer = {
      "Examples:",
      "  ad ir build/Models.class#rosenbrock",
      "  ad ir com.example.Models#rosenbrock -cp build:lib/more.jar --derivative hvp",
      "  ad ir build/Models.class#rosenbrock --derivative none --no-lines"
    })
final class IrCommand implements Action {
  @Parameters(
      index = "0",
      paramLabel = "F",
      description = "The method: Models.class#loss, or com.example.Models#loss with --classpath.")
  private String function = "";

  @Option(
      names = {"-d", "--derivative"},
      paramLabel = "KIND",
      order = 0,
      converter = Choice.OfTransform.class,
      description = "Only this: none (the method), gradient, vjp, jvp or hvp.")
  private @Nullable Transform derivative;

  @Option(
      names = "--no-lines",
      order = 1,
      description = "Leave out the lines of the source that instructions stand in.")
  private boolean noLines;

  @Override
  public int run(Workbench bench) {
    GivenFunction.OfJava given = bench.javaMethod(function);
    Output output = bench.output(Format.PLAIN);
    Map<String, Object> texts = new LinkedHashMap<>();
    for (Transform transform : transforms(given)) {
      texts.put(key(transform), text(given, transform));
    }
    switch (output.format()) {
      case JSON -> output.json(Map.of("programs", texts));
      case CSV -> throw new UsageException("a Program is no table", "use --format plain, or json");
      case TABLE, PLAIN -> output.text(String.join("\n", texts.values().toArray(String[]::new)));
    }
    return ExitCode.FINE;
  }

  private List<Transform> transforms(GivenFunction.OfJava given) {
    if (derivative != null) {
      return List.of(derivative);
    }
    boolean array = given.method().program().results().getFirst().isArray();
    return List.of(Transform.NONE, array ? Transform.VJP : Transform.GRADIENT);
  }

  private String text(GivenFunction.OfJava given, Transform transform) {
    Program program =
        transform == Transform.NONE
            ? given.method().program()
            : given.function().program(transform);
    String text = noLines ? Printer.print(program) : Printer.printWithOrigins(program);
    return "; " + heading(transform) + "\n" + text;
  }

  private static String key(Transform transform) {
    return transform == Transform.NONE ? "method" : Choice.word(transform);
  }

  private static String heading(Transform transform) {
    return switch (transform) {
      case NONE -> "the method";
      case GRADIENT -> "the gradient: stored to the second array; the value is returned";
      case VJP ->
          "the VJP: seed times Jacobian, added to the second array; the results are returned";
      case JVP -> "the JVP: results and their tangents";
      case HVP ->
          "the HVP: the gradient and its tangent, added to arrays; value and tangent are returned";
    };
  }
}
