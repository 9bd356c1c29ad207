package ad4j.cli.command;

import ad4j.cli.output.Listing;
import ad4j.cli.output.Output;
import ad4j.cli.work.Action;
import ad4j.cli.work.Workbench;
import ad4j.explain.Explanation;
import ad4j.explain.TextRenderer;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ad explain}. */
@Command(
    name = "explain",
    description = "How a value and its derivatives come about, step by step.",
    footer = {
      "Examples:",
      "  ad explain 'Math.sin(x*y) + Math.cos(x*y)' --at 2,3",
      "  ad explain 'y - Math.max(0, w*x + b)' --at y=5,w=2,x=1,b=1 --wrt w --name C",
      "  ad explain 'x*y + Math.log(x)' --at 2,3 --format csv     the table of nodes"
    })
final class ExplainCommand implements Action {
  @Mixin private Explained explained = new Explained();

  @Override
  public int run(Workbench bench) {
    Explanation explanation = explained.explanation(bench);
    Output output = bench.output();
    switch (output.format()) {
      case TABLE, PLAIN -> output.text(new TextRenderer().render(explanation));
      case JSON -> output.json(new GraphJson(explanation).explanation());
      case CSV -> output.listing(nodes(explanation));
    }
    return Explained.exitCode(explanation);
  }

  private static Listing nodes(Explanation explanation) {
    List<List<Object>> rows =
        explanation.nodes().stream()
            .map(
                node ->
                    List.<Object>of(
                        node.name(), node.alias(), node.formula(), node.value(), node.adjoint()))
            .toList();
    return new Listing("nodes", List.of("node", "name", "formula", "value", "adjoint"), rows);
  }
}
