package ad4j;

import ad4j.error.NotDifferentiableException;
import ad4j.program.Raised;

/** The user's own code, behind a Program. */
@FunctionalInterface
interface Original {
  /** The results at {@code x}, by the JVM itself. */
  double[] at(double[] x);

  /**
   * The exception that the code throws there, which is thrown rather than returned if it can be
   * had.
   */
  default NotDifferentiableException exception(double[] x, Raised raised) {
    at(x);
    return new NotDifferentiableException(
        "the function came to " + raised.getMessage() + ", and returned when it was run again",
        "make it depend on its arguments alone",
        raised.origin(),
        raised);
  }
}
