package ad4j.compiler.write;

import ad4j.error.LimitException;
import ad4j.program.Block;
import ad4j.program.Flow;
import ad4j.program.Program;
import ad4j.program.Routine;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moves parts of a Program into routines until each is small enough for the JIT compiler: whole
 * loops, branches, runs of instructions; those first that save much and are called seldom.
 */
final class Outline {
  /** A routine is made if it gains more than this part of what a method may be. */
  private static final int LEAST = 50;

  private final DirectMethods direct;
  private final int most;
  private final Set<Program> made = new HashSet<>();

  /** For methods of at most so many bytes. */
  Outline(DirectMethods direct, int most) {
    this.direct = direct;
    this.most = most;
  }

  /** The same Program, small enough; routines made here are. */
  Program apply(Program program) {
    if (made.contains(program)) {
      return program;
    }
    Program rest = program;
    Sizes sizes = new Sizes(rest, direct);
    int size = sizes.of(rest);
    for (int number = 1; size > most; number++) {
      Part part = best(rest, sizes);
      if (part == null) {
        throw tooLarge(rest, size);
      }
      Routine routine = Excerpt.routine(part, rest, program.name() + "_" + number);
      made.add(routine.body());
      Program shorter = Replacement.of(part, rest, routine);
      sizes = new Sizes(shorter, direct);
      if (sizes.of(shorter) >= size) {
        throw tooLarge(rest, size);
      }
      rest = shorter;
      size = sizes.of(rest);
    }
    return rest;
  }

  private @Nullable Part best(Program program, Sizes sizes) {
    Flow flow = new Flow(program);
    BlocksFinder blocks = new BlocksFinder(program, flow, sizes, most);
    RunFinder runs = new RunFinder(program, sizes, most);
    Part best = null;
    for (Block block : program.blocks()) {
      best = Part.better(best, blocks.best(block));
      best = Part.better(best, runs.best(block, flow.depth(block)));
    }
    return best == null || best.gain() <= most / LEAST ? null : best;
  }

  private LimitException tooLarge(Program program, int size) {
    return new LimitException(
        program.name()
            + " is "
            + size
            + " bytes of code, "
            + (size - most)
            + " more than the JVM compiles, and no part of it can be a method of its own",
        "split it into methods that hand over fewer values");
  }
}
