package ad4j.engine;

import org.jspecify.annotations.Nullable;

/** A pullback that is one execution recorded as a straight line: it can be seen and run again. */
public interface Recording extends Pullback {
  /** The computational graph at the point, with values and the partial on every edge. */
  Graph graph();

  /**
   * Why it cannot be run again at another point, or null if it can: the function asked a tracked
   * number for its plain value, or the recording is part of an enclosing differentiation.
   */
  @Nullable String obstacle();

  /**
   * Runs the recorded operations at another point, so that value and adjoints are those of there.
   *
   * @return whether all recorded comparisons came out as before; if not, the recording is of no
   *     more use and the function must be recorded anew
   */
  boolean replay(double[] x);
}
