package ad4j.engine;

import ad4j.error.EscapedException;
import ad4j.op.Real;
import org.jspecify.annotations.Nullable;

/**
 * One running differentiation. Its level is how deeply differentiations are nested, taken from the
 * call stack and never from an argument, so that an inner and an outer derivative are never
 * confused; and it tells its own numbers from those of others.
 */
public final class Activation {
  private static final ScopedValue<Integer> DEPTH = ScopedValue.newInstance();

  private final int level;
  private @Nullable Thread thread = Thread.currentThread(); // null once it is finished

  private Activation(int level) {
    this.level = level;
  }

  /** Runs {@code body} one level deeper; afterwards its numbers are of no more use. */
  public static <T> T run(Body<T> body) {
    Activation activation = new Activation(DEPTH.orElse(0) + 1);
    try {
      return ScopedValue.where(DEPTH, activation.level).call(() -> body.in(activation));
    } finally {
      activation.thread = null;
    }
  }

  /** Whether any differentiation runs around the caller. */
  static boolean running() {
    return DEPTH.isBound();
  }

  /** How many differentiations run, this one included. */
  public int level() {
    return level;
  }

  /** Whether no differentiation encloses this one: then all other numbers are plain doubles. */
  public boolean outermost() {
    return level == 1;
  }

  /**
   * Checks that a number of this activation may be used now.
   *
   * @throws EscapedException if not
   */
  public void check() {
    if (thread != Thread.currentThread()) {
      throw escaped();
    }
  }

  /**
   * Whether {@code x} was made by this activation, rather than being a constant or of an enclosing
   * one.
   *
   * @throws EscapedException if it is of neither
   */
  public boolean owns(Real x) {
    if (x.level() < level) {
      return false;
    }
    if (!(x instanceof Tracked tracked) || tracked.activation() != this) {
      throw escaped();
    }
    return true;
  }

  /**
   * Checks that {@code x}, which this activation did not make, is a constant or of an enclosing
   * one.
   *
   * @throws EscapedException if it is of neither
   */
  public void requireForeign(Real x) {
    if (x.level() >= level) {
      throw escaped();
    }
  }

  /**
   * The values of reals that must be constants, as there is no enclosing differentiation that they
   * could be of; a new array.
   *
   * @throws EscapedException if one is not: its derivatives would be lost
   */
  public static double[] constants(Real... xs) {
    for (Real x : xs) {
      if (x.level() > 0) {
        throw escaped();
      }
    }
    return Real.values(xs);
  }

  private static EscapedException escaped() {
    return new EscapedException(
        "a tracked number was used outside the differentiation, or the thread, that made it",
        "return it from the function instead of storing it elsewhere");
  }

  /** A number that an activation made. */
  public interface Tracked {
    /** The differentiation that made it. */
    Activation activation();
  }

  /**
   * What runs in an activation.
   *
   * @param <T> what it returns
   */
  @FunctionalInterface
  public interface Body<T> {
    /** Runs it. */
    T in(Activation activation);
  }
}
