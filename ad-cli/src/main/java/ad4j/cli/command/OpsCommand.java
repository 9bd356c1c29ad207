package ad4j.cli.command;

import ad4j.cli.operators.OperatorTable;
import ad4j.cli.output.Format;
import ad4j.cli.output.Listing;
import ad4j.cli.output.Output;
import ad4j.cli.work.Action;
import ad4j.cli.work.ExitCode;
import ad4j.cli.work.Workbench;
import ad4j.op.Operator;
import ad4j.verify.Finding;
import ad4j.verify.OperatorVerification;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ad ops}. */
@Command(
    name = "ops",
    description = "The operators: all of them, or one in full.",
    footer = {
      "Examples:",
      "  ad ops",
      "  ad ops log1p",
      "  ad ops --plugin-path plugins --verify     exit code 3 if one is unsound"
    })
final class OpsCommand implements Action {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "The operator to show in full.")
  private @Nullable String name;

  @Option(
      names = "--verify",
      order = 0,
      description = "Verify that operators keep what they declare.")
  private boolean verify;

  @Override
  public int run(Workbench bench) {
    OperatorTable table = new OperatorTable(bench.installation());
    if (verify) {
      return verify(
          bench,
          name == null ? bench.installation().operators().all() : List.of(table.named(name)));
    }
    if (name == null) {
      table.writeAll(bench.output());
    } else {
      table.write(name, bench.output());
    }
    return ExitCode.FINE;
  }

  private static int verify(Workbench bench, Collection<Operator> operators) {
    List<List<Object>> rows = new ArrayList<>();
    for (Operator operator : operators) {
      if (bench.deadline().passed()) {
        throw bench.deadline().failure();
      }
      for (Finding finding :
          OperatorVerification.verify(operator, bench.installation().differentiator())) {
        rows.add(List.of(finding.operator(), finding.aspect().sentence(), finding.toString()));
      }
    }
    write(bench.output(), operators.size(), rows);
    return rows.isEmpty() ? ExitCode.FINE : ExitCode.CHECK_FAILED;
  }

  private static void write(Output output, int verified, List<List<Object>> rows) {
    if (output.format() == Format.TABLE) {
      rows.forEach(row -> output.text(row.getLast() + "\n"));
      output.text(verified + " verified, " + rows.size() + " findings\n");
    } else {
      Map<String, Object> facts = Map.of("verified", verified);
      output.listing(
          new Listing("findings", List.of("operator", "aspect", "problem"), rows, facts));
    }
  }
}
