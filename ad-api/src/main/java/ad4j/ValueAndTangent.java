package ad4j;

import java.util.Arrays;

/**
 * The results of a function at a point, and their derivatives in a direction. Immutable.
 *
 * @param value the results
 * @param tangent one directional derivative a result
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record ValueAndTangent(double[] value, double[] tangent) {
  /** Copies both. */
  public ValueAndTangent {
    value = value.clone();
    tangent = tangent.clone();
  }

  /** The results; a new array. */
  @Override
  public double[] value() {
    return value.clone();
  }

  /** One directional derivative a result; a new array. */
  @Override
  public double[] tangent() {
    return tangent.clone();
  }

  @Override
  public String toString() {
    return "ValueAndTangent[value="
        + Arrays.toString(value)
        + ", tangent="
        + Arrays.toString(tangent)
        + "]";
  }
}
