package ad4j.compiler.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for a planted bug; runs among the classes that it is planted in. */
final class Hunt {
  /** So many programs about work arrays. */
  private static final int WORK_ARRAYS = 30;

  private static final long FIRST_ABOUT_THEM = 910_000_000;

  private final Trial trial;
  private final ClassLoader programs;

  private Hunt(PlantedBug.By by, ClassLoader programs) {
    trial = new Trial(List.of(by.subject()));
    this.programs = programs;
  }

  /**
   * Programs of all kinds, and after each of them one for a special purpose, while there are any.
   */
  static List<Program> programs(long first, int count) {
    List<Program> programs = new ArrayList<>();
    List<Program> traps = new ArrayList<>(Traps.all());
    for (int k = 0; k < WORK_ARRAYS; k++) {
      traps.add(WorkArrays.generate(FIRST_ABOUT_THEM + k, Runtime.version().feature()));
    }
    Kind[] kinds = Kind.values();
    for (long seed = first; programs.size() < count; seed++) {
      Kind kind = kinds[(int) (seed % kinds.length)];
      programs.add(RandomRun.program(seed, kind, Runtime.version().feature(), Set.of()));
      if (!traps.isEmpty()) {
        programs.add(traps.removeFirst());
      }
    }
    return programs;
  }

  /**
   * Runs programs until so many of them fail.
   *
   * @param classes the programs, compiled, by their names
   * @return how many failed, and how many were run
   */
  static int[] run(String by, Map<String, byte[]> classes, long first, int count, int enough)
      throws ClassNotFoundException {
    Hunt hunt = new Hunt(PlantedBug.By.valueOf(by), new InMemoryCompiler.Loader(classes));
    int failed = 0;
    int run = 0;
    for (Program program : programs(first, count)) {
      if (failed < enough) {
        failed += hunt.fails(program) ? 1 : 0;
        run++;
      }
    }
    return new int[] {failed, run};
  }

  private boolean fails(Program program) throws ClassNotFoundException {
    return !trial.run(program, programs, program.seed()).failures().isEmpty();
  }
}
