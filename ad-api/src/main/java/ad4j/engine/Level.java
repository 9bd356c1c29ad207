package ad4j.engine;

/**
 * How deeply differentiations are nested, taken from the call stack and never from an argument: so
 * that an inner and an outer derivative are never confused.
 */
public final class Level {
  private static final ScopedValue<Integer> DEPTH = ScopedValue.newInstance();

  private Level() {}

  /** How many differentiations are running around the caller. */
  public static int current() {
    return DEPTH.orElse(0);
  }

  /** Runs {@code body} one level deeper, and tells it that level. */
  public static <T> T deeper(Body<T> body) {
    int level = current() + 1;
    return ScopedValue.where(DEPTH, level).call(() -> body.at(level));
  }

  /**
   * A differentiation, given its level.
   *
   * @param <T> what it returns
   */
  @FunctionalInterface
  public interface Body<T> {
    /** Runs it. */
    T at(int level);
  }
}
