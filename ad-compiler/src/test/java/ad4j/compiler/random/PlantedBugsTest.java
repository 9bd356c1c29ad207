package ad4j.compiler.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random programs find bugs that are planted in the transforms: otherwise they would prove nothing.
 * With the system property {@code ad4j.planted.programs} each bug is looked for by so many
 * programs, and how many of them find it is printed; {@code mvn -Pnightly verify} sets it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlantedBugsTest {
  private static final int PROGRAMS = 134;
  private static final long FIRST = 8_000;

  private final int asked = Integer.getInteger("ad4j.planted.programs", 0);
  private final int count = asked == 0 ? PROGRAMS : asked;
  private Map<String, byte[]> classes = Map.of();

  @BeforeAll
  void compilePrograms() throws Exception {
    List<Program> programs = Hunt.programs(FIRST, count);
    try (InMemoryCompiler compiler = new InMemoryCompiler()) {
      classes = compiler.compile(programs).loader().classes();
    }
  }

  static Stream<PlantedBug> bugs() {
    return PlantedBugs.all();
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void isCaught(PlantedBug bug) throws Exception {
    int[] outcome = hunt(new Planted(bug), bug.by(), count, asked == 0 ? 1 : Integer.MAX_VALUE);
    if (asked != 0) {
      System.out.println(outcome[0] + " of " + outcome[1] + ": " + bug);
    }
    assertTrue(outcome[0] > 0, () -> "none of " + outcome[1] + " programs found: " + bug);
  }

  @Test
  void withoutABugNothingIsCaught() throws Exception {
    Set<PlantedBug.By> whole = EnumSet.noneOf(PlantedBug.By.class);
    Set<String> files = new HashSet<>();
    for (PlantedBug bug : bugs().toList()) {
      if (files.add(bug.file())) {
        int programs = whole.add(bug.by()) ? count : 3;
        assertEquals(0, hunt(new Planted(bug.without()), bug.by(), programs, 1)[0], bug::file);
      }
    }
  }

  private int[] hunt(Planted loader, PlantedBug.By by, int programs, int enough) throws Exception {
    Class<?> hunter = loader.loadClass(Hunt.class.getName());
    List<Method> methods = new ArrayList<>(List.of(hunter.getDeclaredMethods()));
    methods.removeIf(m -> !m.getName().equals("run"));
    Method run = methods.getFirst();
    run.setAccessible(true);
    return (int[]) run.invoke(null, by.name(), classes, FIRST, programs, enough);
  }
}
