package ad4j.cli.command;

import ad4j.cli.input.FileName;
import ad4j.cli.input.UsageException;
import ad4j.cli.output.Format;
import ad4j.cli.output.JsonText;
import ad4j.cli.output.NumberStyle;
import ad4j.cli.output.Output;
import ad4j.cli.work.Action;
import ad4j.cli.work.Workbench;
import ad4j.explain.DotRenderer;
import ad4j.explain.Explanation;
import ad4j.explain.SvgRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ad graph}. */
@Command(
    name = "graph",
    description = {
      "The computational graph: values and derivatives in the nodes, partials on the edges.",
      "Without -o it is written to standard output, as DOT, or as JSON with --format json."
    },
    footer = {
      "Examples:",
      "  ad graph 'Math.sin(x*y) + Math.cos(x*y)' --at 2,3 -o g.svg",
      "  ad graph 'x*y' --at 2,3 | dot -Tpng > g.png",
      "  ad graph 'x*y' --at 2,3 -o g.json"
    })
final class GraphCommand implements Action {
  @Mixin private Explained explained = new Explained();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      order = 7,
      description = "Where to: a file that ends in .svg, .dot or .json.")
  private @Nullable Path file;

  @Override
  public int run(Workbench bench) throws IOException {
    String type = file == null ? "" : type(file, bench.options().format());
    Explanation explanation = explained.explanation(bench);
    if (file == null) {
      print(bench.output(Format.PLAIN), explanation);
    } else {
      save(file, text(type, explanation, bench));
    }
    return Explained.exitCode(explanation);
  }

  private static void print(Output output, Explanation explanation) {
    if (output.format() == Format.JSON) {
      output.json(new GraphJson(explanation).graph());
    } else {
      output.text(new DotRenderer().render(explanation));
    }
  }

  /** What the name of the file ends in; a format that is asked for must be the same. */
  private static String type(Path file, @Nullable Format format) {
    String type = type(file);
    String asked = format == null ? type : format.name().toLowerCase(Locale.ROOT);
    if (!asked.equals(type)) {
      throw new UsageException(
          "--format " + asked + " contradicts the file " + file,
          "leave --format out: the name of the file tells");
    }
    return type;
  }

  private static String type(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    String type = name.substring(name.lastIndexOf('.') + 1);
    return switch (type) {
      case "svg", "dot", "json" -> type;
      default ->
          throw new UsageException(
              "'" + file + "' does not tell what to draw", "end it in .svg, .dot or .json");
    };
  }

  private static String text(String type, Explanation explanation, Workbench bench) {
    return switch (type) {
      case "svg" -> new SvgRenderer().render(explanation);
      case "dot" -> new DotRenderer().render(explanation);
      default -> {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("schema", "ad/1");
        object.putAll(new GraphJson(explanation).graph());
        yield new JsonText(new NumberStyle(bench.options().precision())).text(object) + "\n";
      }
    };
  }

  private static void save(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UsageException("cannot write " + file + ": " + FileName.reason(e), "");
    }
  }
}
