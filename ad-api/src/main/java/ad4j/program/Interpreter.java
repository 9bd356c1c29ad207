package ad4j.program;

import org.jspecify.annotations.Nullable;

/**
 * Runs a Program as it stands: on plain doubles, or on {@link ad4j.op.Real}s, so that engines can
 * watch it. What it does is what the Program means; a {@link Kernel} must do the same, bit for bit.
 *
 * <p>Ints and longs are {@link Integer} and {@link Long}. On plain doubles a double is a {@link
 * Double} and arrays are Java's own. On reals a double is a {@link ad4j.op.Real} and an array of
 * doubles a {@code Real[]}. A held array is empty in each run.
 *
 * <p>A {@link Terminator.Throw} is thrown as {@link Raised}; an interrupted thread ends it in a
 * loop by {@link ad4j.error.CancelledException}. Thread-safe.
 */
public final class Interpreter {
  private final Library doubles;
  private final Library reals;

  /** Prepares {@code program}; its routines are prepared when they are first called. */
  public Interpreter(Program program) {
    doubles = new Library(program, Doubles.PLAIN);
    reals = new Library(program, Doubles.REAL);
  }

  /** Prepares {@code program}, and runs it on plain doubles. */
  public static Object[] run(Program program, @Nullable Object... arguments) {
    return new ProgramRun(new Library(program, Doubles.PLAIN)).apply(arguments);
  }

  /** Runs it on plain doubles. */
  public Object[] apply(@Nullable Object... arguments) {
    return new ProgramRun(doubles).apply(arguments);
  }

  /** Runs on plain doubles, for one thread. */
  public ProgramRun onDoubles() {
    return new ProgramRun(doubles);
  }

  /** Runs on reals, for one thread. */
  public ProgramRun onReals() {
    return new ProgramRun(reals);
  }
}
