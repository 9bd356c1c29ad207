package ad4j;

import java.util.Arrays;

/**
 * The value of a function at a point, its gradient and its Hessian there. Immutable.
 *
 * @param value the value
 * @param gradient one partial an input
 * @param hessian second partials: as many rows and columns as inputs
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record ValueGradientHessian(double value, double[] gradient, double[][] hessian) {
  /** Copies both. */
  public ValueGradientHessian {
    gradient = gradient.clone();
    hessian = Matrices.copy(hessian);
  }

  /** One partial an input; a new array. */
  @Override
  public double[] gradient() {
    return gradient.clone();
  }

  /** Second partials; a new array. */
  @Override
  public double[][] hessian() {
    return Matrices.copy(hessian);
  }

  @Override
  public String toString() {
    return "ValueGradientHessian[value="
        + value
        + ", gradient="
        + Arrays.toString(gradient)
        + ", hessian="
        + Arrays.deepToString(hessian)
        + "]";
  }
}
