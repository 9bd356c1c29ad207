package ad4j;

import java.util.Arrays;

/**
 * The value of a function at a point, and its gradient there. Immutable.
 *
 * @param value the value
 * @param gradient one partial an input
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record ValueAndGradient(double value, double[] gradient) {
  /** Copies the gradient. */
  public ValueAndGradient {
    gradient = gradient.clone();
  }

  /** One partial an input; a new array. */
  @Override
  public double[] gradient() {
    return gradient.clone();
  }

  @Override
  public String toString() {
    return "ValueAndGradient[value=" + value + ", gradient=" + Arrays.toString(gradient) + "]";
  }
}
