package ad4j;

import java.util.Arrays;

/**
 * The results of a function at a point, and the adjoints of its inputs for given weights of the
 * results. Immutable.
 *
 * @param value the results
 * @param adjoint one an input
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record ValueAndAdjoint(double[] value, double[] adjoint) {
  /** Copies both. */
  public ValueAndAdjoint {
    value = value.clone();
    adjoint = adjoint.clone();
  }

  /** The results; a new array. */
  @Override
  public double[] value() {
    return value.clone();
  }

  /** One adjoint an input; a new array. */
  @Override
  public double[] adjoint() {
    return adjoint.clone();
  }

  @Override
  public String toString() {
    return "ValueAndAdjoint[value="
        + Arrays.toString(value)
        + ", adjoint="
        + Arrays.toString(adjoint)
        + "]";
  }
}
