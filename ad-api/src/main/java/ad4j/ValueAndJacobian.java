package ad4j;

import java.util.Arrays;

/**
 * The results of a function at a point, and its Jacobian there. Immutable.
 *
 * @param value the results
 * @param jacobian one row a result, one column an input
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record ValueAndJacobian(double[] value, double[][] jacobian) {
  /** Copies both. */
  public ValueAndJacobian {
    value = value.clone();
    jacobian = Matrices.copy(jacobian);
  }

  /** The results; a new array. */
  @Override
  public double[] value() {
    return value.clone();
  }

  /** One row a result, one column an input; a new array. */
  @Override
  public double[][] jacobian() {
    return Matrices.copy(jacobian);
  }

  @Override
  public String toString() {
    return "ValueAndJacobian[value="
        + Arrays.toString(value)
        + ", jacobian="
        + Arrays.deepToString(jacobian)
        + "]";
  }
}
