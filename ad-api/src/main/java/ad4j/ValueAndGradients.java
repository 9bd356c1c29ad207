package ad4j;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The value of a function of several arguments, and its gradient by each that was asked for.
 *
 * @param value the value
 * @param gradients one an argument, of the argument's type: a {@link Double}, an array, a record
 *     whose components that are no doubles are those of the argument
 */
public record ValueAndGradients(double value, List<Object> gradients) {
  /** Keeps the list from change. */
  public ValueAndGradients {
    gradients = Collections.unmodifiableList(gradients);
  }

  /** The gradient by the argument that was asked for as the one with this index, from 0. */
  public <T> T gradient(int index, Class<T> type) {
    return type.cast(gradients.get(index));
  }

  /** Arrays are written out, unless they are components of records. */
  @Override
  public String toString() {
    return "ValueAndGradients[value="
        + value
        + ", gradients="
        + Arrays.deepToString(gradients.toArray())
        + "]";
  }
}
