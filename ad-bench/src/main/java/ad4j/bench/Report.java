package ad4j.bench;

import ad4j.Ad;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks and prints medians with their ratios to the primal and to the adjoint. */
public final class Report {
  private Report() {}

  /** Takes the options of JMH; what they leave open is as stated here. */
  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    CommandLineOptions given = new CommandLineOptions(args);
    OptionsBuilder options = new OptionsBuilder();
    options
        .parent(given)
        .forks(given.getForkCount().orElse(3)) // the JIT compiler decides otherwise now and then
        .threads(given.getThreads().orElse(1))
        .warmupIterations(given.getWarmupIterations().orElse(3))
        .warmupTime(given.getWarmupTime().orElse(TimeValue.seconds(1)))
        .measurementIterations(given.getMeasurementIterations().orElse(5))
        .measurementTime(given.getMeasurementTime().orElse(TimeValue.milliseconds(500)));
    if (given.getIncludes().isEmpty()) {
      options.include(RosenbrockBenchmark.class.getName());
    }
    print(new Runner(options.build()).run());
  }

  private static void print(Collection<RunResult> results) {
    Map<Integer, Map<String, Double>> medians = new TreeMap<>();
    for (RunResult result : results) {
      int n = Integer.parseInt(result.getParams().getParam("n"));
      String benchmark = result.getParams().getBenchmark();
      medians
          .computeIfAbsent(n, size -> new TreeMap<>())
          .put(
              benchmark.substring(benchmark.lastIndexOf('.') + 1),
              result.getPrimaryResult().getStatistics().getPercentile(50));
    }
    medians.forEach(Report::print);
  }

  private static void print(int n, Map<String, Double> medians) {
    double primal = medians.getOrDefault("primal", Double.NaN);
    double byHand = medians.getOrDefault("handWritten", Double.NaN);
    int operations = operations(n);
    line("%nRosenbrock n = %d: %d recorded operations, medians", n, operations);
    line("%-20s %14s %10s %12s %8s", "", "ns a call", "/ primal", "/ by hand", "ns/op");
    medians.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(
            entry ->
                line(
                    "%-20s %14.0f %10.1f %12.1f %8.2f",
                    entry.getKey(),
                    entry.getValue(),
                    entry.getValue() / primal,
                    entry.getValue() / byHand,
                    entry.getValue() / operations));
  }

  private static int operations(int n) {
    return Ad.multivariate(Rosenbrock::value).record(new double[n]).graph().nodes().size() - n;
  }

  private static void line(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
