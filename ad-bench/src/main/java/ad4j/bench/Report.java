package ad4j.bench;

import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and prints medians, a table for every kernel and size, with their ratios to
 * the primal and to the adjoint by hand in the same run.
 */
public final class Report {
  private Report() {}

  /** Takes the options of JMH; what they leave open is as stated here. */
  public static void main(String[] args)
      throws IOException, RunnerException, CommandLineOptionException {
    CommandLineOptions given = new CommandLineOptions(args);
    if (given.shouldHelp()
        || given.shouldList()
        || given.shouldListWithParams()
        || given.shouldListProfilers()
        || given.shouldListResultFormats()) {
      Main.main(args); // runs nothing
      return;
    }
    OptionsBuilder options = new OptionsBuilder();
    options
        .parent(given)
        .forks(given.getForkCount().orElse(3)) // the JIT compiler decides otherwise now and then
        .threads(given.getThreads().orElse(1))
        .warmupIterations(given.getWarmupIterations().orElse(3))
        .warmupTime(given.getWarmupTime().orElse(TimeValue.seconds(1)))
        .measurementIterations(given.getMeasurementIterations().orElse(5))
        .measurementTime(given.getMeasurementTime().orElse(TimeValue.milliseconds(500)));
    System.out.print(tables(new Runner(options.build()).run()));
  }

  private static String tables(Collection<RunResult> results) {
    Map<String, Map<String, Double>> kernels = new TreeMap<>();
    for (RunResult result : results) {
      BenchmarkParams benchmark = result.getParams();
      kernels
          .computeIfAbsent(kernel(benchmark), name -> new TreeMap<>())
          .put(
              method(benchmark.getBenchmark()),
              result.getPrimaryResult().getStatistics().getPercentile(50));
    }
    return kernels.entrySet().stream()
        .map(entry -> table(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining());
  }

  /** The kernel and its size; a class of peers stands for the same kernel as its benchmark. */
  static String kernel(BenchmarkParams benchmark) {
    String type = benchmark.getBenchmark().replaceFirst("\\.[^.]*$", "");
    String name = type.replaceFirst("^.*\\.", "").replaceFirst("(Benchmark|Peers)$", "");
    return benchmark.getParamsKeys().stream()
        .sorted()
        .map(key -> ", " + key + " = " + benchmark.getParam(key))
        .collect(Collectors.joining("", name, ""));
  }

  private static String method(String benchmark) {
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }

  /** Nanoseconds by method as a table, fastest first; a ratio to what was left out is a dash. */
  static String table(String title, Map<String, Double> medians) {
    Double primal = medians.get("primal");
    Double byHand = medians.get("handWritten");
    String head = line("%n%s: medians", title);
    String columns = line("%-28s %14s %10s %12s", "", "ns a call", "/ primal", "/ by hand");
    return medians.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(
            entry ->
                line(
                    "%-28s %14.1f %10s %12s",
                    entry.getKey(),
                    entry.getValue(),
                    ratio(entry.getValue(), primal),
                    ratio(entry.getValue(), byHand)))
        .collect(Collectors.joining("", head + columns, ""));
  }

  private static String ratio(double value, @Nullable Double base) {
    return base == null ? "-" : String.format(Locale.ROOT, "%.2f", value / base);
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format + "%n", values);
  }
}
