package ad4j.cli.command;

import ad4j.check.CheckReport;
import ad4j.check.PartialCheck;
import ad4j.check.Verdict;
import ad4j.cli.output.Format;
import ad4j.cli.output.Listing;
import ad4j.cli.output.NumberStyle;
import ad4j.cli.output.Output;
import ad4j.cli.work.ExitCode;
import ad4j.cli.work.Workbench;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Writes what a check found. */
final class CheckOutput {
  private final Output output;
  private final List<String> variables;
  private final List<CheckReport> reports;
  private final boolean all;
  private final boolean several;

  /**
   * Will write these reports.
   *
   * @param all whether to write also the partials that agree
   */
  CheckOutput(Workbench bench, List<String> variables, List<CheckReport> reports, boolean all) {
    this.output = bench.output();
    this.variables = variables;
    this.reports = reports;
    this.all = all;
    several =
        reports.stream()
            .flatMap(r -> r.partials().stream())
            .anyMatch(partial -> partial.output() > 0);
  }

  /** Writes them; gives the exit code. */
  int write() {
    Listing listing = new Listing("partials", columns(), rows(), facts());
    boolean table = output.format() == Format.TABLE;
    if (!table || !listing.rows().isEmpty()) {
      output.listing(listing);
    }
    if (table) {
      messages().forEach(message -> output.text(message + "\n"));
      output.text((listing.rows().isEmpty() ? "" : "\n") + summary() + "\n");
    }
    return exitCode();
  }

  private int exitCode() {
    if (reports.stream().anyMatch(report -> !report.passed())) {
      return ExitCode.CHECK_FAILED;
    }
    boolean nowhere = reports.stream().allMatch(report -> undefined(report));
    return nowhere ? ExitCode.FAILED : ExitCode.FINE;
  }

  static boolean undefined(CheckReport report) {
    return !report.partials().isEmpty()
        && report.with(Verdict.UNDEFINED).size() == report.partials().size();
  }

  private List<String> columns() {
    List<String> columns = new ArrayList<>();
    if (reports.size() > 1) {
      columns.add("at");
    }
    if (several) {
      columns.add("result");
    }
    columns.addAll(
        List.of(
            "variable", "forward", "reverse", "differences", "error", "left", "right", "verdict"));
    if (output.format() != Format.TABLE) {
      columns.add("message");
    }
    return columns;
  }

  private List<List<Object>> rows() {
    List<List<Object>> rows = new ArrayList<>();
    for (CheckReport report : reports) {
      for (PartialCheck partial : report.partials()) {
        if (all || partial.verdict() != Verdict.AGREES) {
          rows.add(row(report, partial));
        }
      }
    }
    return rows;
  }

  private List<Object> row(CheckReport report, PartialCheck partial) {
    List<Object> cells = new ArrayList<>();
    if (reports.size() > 1) {
      cells.add(
          DoubleStream.of(report.x())
              .mapToObj(output.style()::text)
              .collect(Collectors.joining(",")));
    }
    if (several) {
      cells.add("f[" + partial.output() + "]");
    }
    cells.add(variables.get(partial.input()));
    cells.add(partial.forward());
    cells.add(partial.reverse());
    cells.add(partial.numeric());
    cells.add(output.format() == Format.TABLE ? roughly(partial.error()) : partial.error());
    cells.add(partial.left());
    cells.add(partial.right());
    cells.add(word(partial.verdict()));
    if (output.format() != Format.TABLE) {
      cells.add(partial.message());
    }
    return cells;
  }

  /** Two digits are all that an estimate is worth. */
  private static double roughly(double error) {
    return Double.parseDouble(new NumberStyle(2).text(error));
  }

  private List<String> messages() {
    return reports.stream()
        .flatMap(report -> report.partials().stream())
        .filter(partial -> partial.verdict() != Verdict.AGREES && !partial.message().isEmpty())
        .map(PartialCheck::message)
        .distinct()
        .toList();
  }

  private Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("passed", reports.stream().allMatch(CheckReport::passed));
    facts.put("points", reports.size());
    Map<String, Object> counts = new LinkedHashMap<>();
    counts().forEach((verdict, count) -> counts.put(word(verdict), count));
    facts.put("counts", counts);
    return facts;
  }

  private Map<Verdict, Integer> counts() {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (CheckReport report : reports) {
      report.counts().forEach((verdict, count) -> counts.merge(verdict, count, Integer::sum));
    }
    return counts;
  }

  private String summary() {
    int partials = reports.stream().mapToInt(report -> report.partials().size()).sum();
    String verdicts =
        counts().entrySet().stream()
            .map(entry -> entry.getValue() + " " + verb(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    return counted(partials, "partial")
        + " at "
        + counted(reports.size(), "point")
        + ": "
        + verdicts;
  }

  private static String counted(int count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  private static String verb(Verdict verdict, int count) {
    String word = word(verdict);
    return count != 1 && word.endsWith("agrees") ? word.substring(0, word.length() - 1) : word;
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}
