package ad4j.compiler.write;

import ad4j.error.LimitException;
import ad4j.program.Block;
import ad4j.program.Flow;
import ad4j.program.LoopForm;
import ad4j.program.Program;
import ad4j.program.Routine;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Moves parts of a Program into routines until each is small enough for the JIT compiler: whole
 * loops, branches, runs of instructions; those first that save much and are called seldom. Loops
 * are moved out of what is still rather large, too: the machine has few registers, and what is
 * compiled apart is compiled sooner.
 */
final class Outline {
  /** A routine is made if it gains more than this part of what a method may be. */
  private static final int LEAST = 50;

  /** What is left for more places than one is divided last: where it goes on costs a switch. */
  private static final int MOST_EXITS = 6;

  /** Loops are moved out of what is larger. */
  private static final int LARGE = 2000;

  /** How many values a loop may hand over that is moved out though it need not be. */
  private static final int FEW = 2;

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
    int number = 1;
    for (Part loop = loop(rest, sizes); loop != null; loop = loop(rest, sizes)) {
      rest = without(loop, rest, program.name() + "_" + number);
      sizes = new Sizes(rest, direct);
      number++;
    }
    int exits = 1;
    for (; sizes.of(rest) > most; number++) {
      Part part = best(rest, sizes, exits);
      Program shorter = part == null ? rest : without(part, rest, program.name() + "_" + number);
      Sizes after = new Sizes(shorter, direct);
      if (after.of(shorter) < sizes.of(rest)) {
        rest = shorter;
        sizes = after;
      } else if (exits == 1) {
        exits = MOST_EXITS;
        rest = LoopForm.of(rest); // which returns in one place
        sizes = new Sizes(rest, direct);
      } else {
        throw tooLarge(rest, sizes.of(rest));
      }
    }
    return rest;
  }

  private Program without(Part part, Program program, String name) {
    Routine routine = Excerpt.routine(part, program, name);
    made.add(routine.body());
    return Replacement.of(part, program, routine);
  }

  /** The best loop to move out of a large Program, or null. */
  private @Nullable Part loop(Program program, Sizes sizes) {
    if (sizes.of(program) <= LARGE) {
      return null;
    }
    Flow flow = new Flow(program);
    BlocksFinder blocks = new BlocksFinder(program, flow, sizes, Math.min(LARGE, most), 1);
    Part best = null;
    for (Block block : program.blocks()) {
      Part part = blocks.best(block);
      if (part != null && part.gain() > LARGE / LEAST && isLoop(part, flow)) {
        best = Part.better(best, part);
      }
    }
    return best;
  }

  private static boolean isLoop(Part part, Flow flow) {
    return part.shape() instanceof Part.Blocks shape
        && part.outputs().size() + shape.handed().size() <= FEW
        && flow.loops().stream().anyMatch(loop -> shape.blocks().containsAll(loop.blocks()));
  }

  /** The best part that is left for at most so many places. */
  private @Nullable Part best(Program program, Sizes sizes, int exits) {
    Flow flow = new Flow(program);
    BlocksFinder blocks = new BlocksFinder(program, flow, sizes, most, exits);
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
