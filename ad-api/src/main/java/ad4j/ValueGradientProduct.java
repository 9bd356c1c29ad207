package ad4j;

import java.util.Arrays;

/**
 * The value of a function at a point, its gradient there, and its Hessian there times a direction.
 * Immutable.
 *
 * @param value the value
 * @param gradient one partial an input
 * @param product the Hessian times the direction: one entry an input
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record ValueGradientProduct(double value, double[] gradient, double[] product) {
  /** Copies both. */
  public ValueGradientProduct {
    gradient = gradient.clone();
    product = product.clone();
  }

  /** One partial an input; a new array. */
  @Override
  public double[] gradient() {
    return gradient.clone();
  }

  /** The Hessian times the direction; a new array. */
  @Override
  public double[] product() {
    return product.clone();
  }

  @Override
  public String toString() {
    return "ValueGradientProduct[value="
        + value
        + ", gradient="
        + Arrays.toString(gradient)
        + ", product="
        + Arrays.toString(product)
        + "]";
  }
}
