package ad4j.compiler.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RandomMethodTest {
  private static final int NOW = Runtime.version().feature();

  @Test
  void everyConstructOccursInManyProgramsOfAThousand() {
    Map<Construct, Integer> programs = new EnumMap<>(Construct.class);
    Kind[] kinds = Kind.values();
    for (int seed = 0; seed < 1000; seed++) {
      Program program = RandomRun.program(seed, kinds[seed % kinds.length], NOW, Set.of());
      program.constructs().forEach(c -> programs.merge(c, 1, Integer::sum));
    }
    List<Construct> rare = new ArrayList<>(List.of(Construct.values()));
    rare.removeIf(c -> programs.getOrDefault(c, 0) >= 10);
    assertEquals(List.of(), rare, () -> "of " + programs);
  }

  @Test
  void aSeedAlwaysGivesTheSameProgram() {
    for (Kind kind : Kind.values()) {
      assertEquals(
          RandomMethod.generate(7, kind, 12, NOW).source(),
          RandomMethod.generate(7, kind, 12, NOW).source());
    }
  }

  @Test
  void programsAreFiniteAndSmoothAndUseTheirInputsNearlyAlways() throws Exception {
    try (InMemoryCompiler compiler = new InMemoryCompiler()) {
      RandomRun run = new RandomRun(Subjects.NONE, compiler, silent());
      run.run(160, 5000, List.of(Kind.values()), NOW, Set.of());
      int agreed = run.outcomes().getOrDefault(Trial.Outcome.AGREED, 0);
      assertTrue(agreed >= 136, () -> "outcomes " + run.outcomes());
      assertEquals(0, run.outcomes().getOrDefault(Trial.Outcome.THROWS, 0));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 11, 17, 21})
  void programsOfOlderReleasesCompileAndRun(int release) throws Exception {
    try (InMemoryCompiler compiler = new InMemoryCompiler()) {
      RandomRun run = new RandomRun(Subjects.NONE, compiler, silent());
      run.run(24, 900, List.of(Kind.values()), release, Set.of());
      assertEquals(0, run.outcomes().getOrDefault(Trial.Outcome.THROWS, 0));
    }
  }

  static PrintStream silent() {
    return new PrintStream(
        OutputStream.nullOutputStream(), false, java.nio.charset.StandardCharsets.UTF_8);
  }
}
