package ad4j.compiler.random;

import java.util.Arrays;

/**
 * A program that a subject gets wrong.
 *
 * @param pointSeed what the point was drawn from
 * @param detail what is wrong, beyond the numbers
 */
record Failure(
    Program program,
    long pointSeed,
    String subject,
    Reason reason,
    String detail,
    double[] point,
    double[] expected,
    double[] actual) {

  /** In which way it is wrong. */
  enum Reason {
    VALUE,
    GRADIENT,
    GRADIENT_OF_OTHER_SUBJECT,
    THREW,
    /** It does not throw as the method does. */
    RETURNED
  }

  /** Whether this is the failure that {@code other} is, of a smaller program. */
  boolean isLike(Failure other) {
    return subject.equals(other.subject)
        && reason == other.reason
        && (reason != Reason.THREW || detail.equals(other.detail));
  }

  @Override
  public String toString() {
    return """
    %s of '%s' for kind %s, seed %d, point seed %d: %s
      point    %s
      expected %s
      actual   %s
    %s\
    """
        .formatted(
            reason,
            subject,
            program.kind(),
            program.seed(),
            pointSeed,
            detail,
            Arrays.toString(point),
            Arrays.toString(expected),
            Arrays.toString(actual),
            program.tree());
  }
}
