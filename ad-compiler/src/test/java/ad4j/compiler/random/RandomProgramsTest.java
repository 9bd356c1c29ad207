package ad4j.compiler.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Random methods, read, differentiated and compiled in all ways, against the methods themselves and
 * their differences. With the system property {@code ad4j.random.programs} as many as that says,
 * each in all ways; {@code mvn -Pnightly verify} sets it.
 */
final class RandomProgramsTest {
  private static final int PROGRAMS = 1000;
  private static final long FIRST = 40_000;

  /** Parts of the reasons for which something may be refused. */
  private static final List<String> KNOWN = List.of("bytes of code, N more than the JVM compiles");

  @Test
  void valuesAndDerivativesAgreeInAllWays() throws Exception {
    int asked = Integer.getInteger("ad4j.random.programs", 0);
    List<Subject> subjects = asked == 0 ? Subjects.QUICK : Subjects.ALL;
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
    try (InMemoryCompiler compiler = new InMemoryCompiler()) {
      RandomRun run = new RandomRun(subjects, compiler, out);
      int count = asked == 0 ? PROGRAMS : asked;
      run.run(count, FIRST, List.of(Kind.values()), Runtime.version().feature(), Set.of());
      run.report();
      assertEquals(
          List.of(), run.failures().stream().map(Failure::program).toList(), text::toString);
      assertEquals(Set.of(), unknown(run.refusals().keySet()), text::toString);
      int agreed = run.outcomes().getOrDefault(Trial.Outcome.AGREED, 0);
      assertTrue(agreed > 0.9 * count, text::toString);
    }
  }

  private static Set<String> unknown(Set<String> reasons) {
    Set<String> unknown = new TreeSet<>(reasons);
    unknown.removeIf(reason -> KNOWN.stream().anyMatch(reason::contains));
    return unknown;
  }
}
