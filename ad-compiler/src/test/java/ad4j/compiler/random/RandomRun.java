package ad4j.compiler.random;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Runs random programs: {@code RandomRun <count> [firstSeed] [kind or all] [release] [constructs to
 * do without, by commas]}. Prints progress, the number of programs by outcome, what subjects
 * refused, and the failures, shrunk. {@code mvn -Pnightly verify} runs 20,000 programs in all ways.
 */
final class RandomRun {
  private static final int BATCH = 50;
  private static final int SHRUNK_AT_MOST = 12;

  private final List<Subject> subjects;
  private final InMemoryCompiler compiler;
  private final PrintStream out;
  private final Map<Trial.Outcome, Integer> outcomes = new EnumMap<>(Trial.Outcome.class);
  private final Map<String, Integer> refusals = new TreeMap<>();
  private final List<Failure> failures = new ArrayList<>();

  RandomRun(List<Subject> subjects, InMemoryCompiler compiler, PrintStream out) {
    this.subjects = List.copyOf(subjects);
    this.compiler = compiler;
    this.out = out;
  }

  public static void main(String[] args) throws IOException, ClassNotFoundException {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    long first = args.length > 1 ? Long.parseLong(args[1]) : 0;
    List<Kind> kinds =
        args.length > 2 && !args[2].equals("all")
            ? List.of(Kind.valueOf(args[2]))
            : List.of(Kind.values());
    int release = args.length > 3 ? Integer.parseInt(args[3]) : Runtime.version().feature();
    Set<Construct> without = EnumSet.noneOf(Construct.class);
    if (args.length > 4) {
      Stream.of(args[4].split(",", -1)).map(Construct::valueOf).forEach(without::add);
    }
    try (InMemoryCompiler compiler = new InMemoryCompiler()) {
      RandomRun run = new RandomRun(Subjects.ALL, compiler, System.out);
      run.run(count, first, kinds, release, without);
      run.report();
    }
  }

  /**
   * Sizes go from tiny to large with the seed. Kinds take turns: every second program of one of
   * them is about work arrays, wherever the seeds begin.
   */
  static Program program(long seed, Kind kind, int release, Set<Construct> without) {
    long turn = Math.floorDiv(seed, Kind.values().length);
    if (kind == Kind.GRADIENT && without.isEmpty() && Math.floorMod(turn, 2) == 0) {
      return WorkArrays.generate(seed, release);
    }
    int size = 2 + (int) Math.floorMod(seed, 13L);
    return RandomMethod.generate(seed, kind, size, release, without);
  }

  void run(int count, long first, List<Kind> kinds, int release, Set<Construct> without)
      throws ClassNotFoundException {
    List<Program> batch = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      Kind kind = kinds.get(k % kinds.size());
      if (release >= 16 || !kind.needsRecords()) {
        batch.add(program(first + k, kind, release, without));
      }
      if (batch.size() == BATCH || k == count - 1) {
        runBatch(batch);
        batch.clear();
        if ((k + 1) % (10 * BATCH) == 0) {
          out.println(k + 1 + " programs, " + failures.size() + " failures " + outcomes);
        }
      }
    }
  }

  private void runBatch(List<Program> batch) throws ClassNotFoundException {
    InMemoryCompiler.Compiled compiled = compiler.compile(batch);
    if (!compiled.errors().isEmpty()) {
      throw new IllegalStateException("does not compile: " + compiled.errors());
    }
    Trial trial = new Trial(subjects);
    for (Program program : batch) {
      Trial.Verdict verdict = trial.run(program, compiled.loader(), program.seed());
      outcomes.merge(verdict.outcome(), 1, Integer::sum);
      failures.addAll(verdict.failures());
      verdict.refusals().forEach(r -> refusals.merge(kind(r), 1, Integer::sum));
    }
  }

  /** What was refused, without the place and the numbers. */
  private static String kind(Subject.Refusal refusal) {
    return String.valueOf(refusal.getMessage())
        .replaceAll("Random\\d+\\w*(\\.\\w+)*(\\(\\S*\\)|:\\d+)?", "f")
        .replaceAll("\\d+", "N");
  }

  /** How often subjects refused, by reason. */
  Map<String, Integer> refusals() {
    return refusals;
  }

  Map<Trial.Outcome, Integer> outcomes() {
    return outcomes;
  }

  List<Failure> failures() {
    return failures;
  }

  void report() {
    out.println(outcomes);
    out.println(failures.size() + " failures");
    refusals.forEach((message, times) -> out.println("refused " + times + ": " + message));
    Set<String> seen = new HashSet<>();
    for (Failure failure : failures) {
      boolean threw = failure.reason() == Failure.Reason.THREW;
      String alike =
          failure.subject() + failure.reason() + (threw ? failure.detail() : seen.size());
      if (seen.size() < SHRUNK_AT_MOST && seen.add(alike)) {
        out.println(shrunk(failure));
      } else {
        out.println(
            "also "
                + failure.reason()
                + " of '"
                + failure.subject()
                + "' for kind "
                + failure.program().kind()
                + ", seed "
                + failure.program().seed());
      }
    }
  }

  /** The same failure of the smallest program that was found. */
  Failure shrunk(Failure failure) {
    List<Subject> needed =
        failure.reason() == Failure.Reason.GRADIENT_OF_OTHER_SUBJECT
            ? subjects
            : subjects.stream().filter(s -> s.name().equals(failure.subject())).toList();
    Trial trial = new Trial(needed);
    List<Failure> last = new ArrayList<>(List.of(failure));
    new Shrinker(
            candidate -> {
              List<Failure> again = again(trial, candidate, failure);
              last.addAll(again);
              return !again.isEmpty();
            },
            6000)
        .shrink(failure.program());
    return last.getLast();
  }

  private List<Failure> again(Trial trial, Program candidate, Failure failure) {
    InMemoryCompiler.Compiled compiled = compiler.compile(List.of(candidate));
    if (!compiled.errors().isEmpty()) {
      return List.of();
    }
    try {
      return trial.run(candidate, compiled.loader(), failure.pointSeed()).failures().stream()
          .filter(failure::isLike)
          .toList();
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      return List.of();
    }
  }
}
