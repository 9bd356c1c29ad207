package ad4j.program;

import ad4j.error.LimitException;
import ad4j.error.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Runs of a Program by an {@link Interpreter}, one after the other, that know where they are:
 * {@link ad4j.engine.ProgramPositions} tells recordings. For one thread; cheap.
 */
public final class ProgramRun {
  private final Library library;
  private int position = -1;

  ProgramRun(Library library) {
    this.library = library;
  }

  /**
   * Runs the Program.
   *
   * @param arguments one for each parameter; an array may be null, and is stored to in place
   * @return its results
   * @throws LimitException with the place, if routines call each other too deep
   */
  @SuppressWarnings("NullAway") // a result is null only where the Program returns no array
  public Object[] apply(@Nullable Object... arguments) {
    Object[] results = run(arguments);
    position = -1;
    return results;
  }

  @SuppressWarnings("NullAway") // as above
  private Object[] run(@Nullable Object... arguments) {
    try {
      return library.main().run(arguments, this);
    } catch (StackOverflowError e) {
      throw new LimitException(
          "the recursion is too deep in " + library.name(position),
          "end it earlier, write a loop instead, or give the JVM a larger stack: -Xss64m",
          position < 0 ? null : origin(position),
          e);
    }
  }

  void at(int place) {
    position = place;
  }

  /** The number of the instruction that is being executed, or failed; else -1. */
  public int current() {
    return position;
  }

  /** Where the instruction with this number stands. */
  public @Nullable Origin origin(int place) {
    return library.origin(place);
  }
}
