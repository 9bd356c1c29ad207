package ad4j.compiler.random;

import java.lang.reflect.InvocationTargetException;

/**
 * Gradients by central differences with two steps and Richardson's extrapolation: the reference,
 * and the subject that calls the method itself.
 */
final class FiniteDifferences implements Subject {
  private static final double STEP = 1.0 / 4096;

  @Override
  public String name() {
    return "finite differences";
  }

  @Override
  public Result differentiate(Call call) throws InvocationTargetException {
    return new Result(call.outputs(), estimate(call).gradient());
  }

  /**
   * A gradient with an estimate of its error.
   *
   * @param smooth whether the differences agree with each other: no kink nearby
   */
  record Estimate(double[] gradient, double[] error, boolean smooth) {}

  static Estimate estimate(Call call) throws InvocationTargetException {
    double[] inputs = call.inputs();
    double[] gradient = new double[inputs.length];
    double[] error = new double[inputs.length];
    double[] at = call.outputs();
    double middle = Call.weighted(at);
    boolean smooth = true;
    for (int k = 0; k < inputs.length; k++) {
      double[] far = sides(call, inputs, k, STEP, at.length);
      double[] near = sides(call, inputs, k, STEP / 2, at.length);
      double wide = (far[1] - far[0]) / (2 * STEP);
      double narrow = (near[1] - near[0]) / STEP;
      gradient[k] = (4 * narrow - wide) / 3;
      // The change of slope over the steps: halves with the step where there is no kink.
      double bend = (far[1] - 2 * middle + far[0]) / STEP;
      double halfBend = (near[1] - 2 * middle + near[0]) / (STEP / 2);
      double scale = 1 + Math.abs(gradient[k]) + Math.abs(middle);
      error[k] = Math.abs(wide - narrow) + 2e-8 * scale;
      smooth &= error[k] < 1e-4 * scale && Math.abs(bend - 2 * halfBend) < 2e-4 * scale;
    }
    return new Estimate(gradient, error, smooth);
  }

  private static double[] sides(Call call, double[] inputs, int k, double step, int outputs)
      throws InvocationTargetException {
    double[] sides = new double[2];
    for (int side = 0; side < 2; side++) {
      double[] moved = inputs.clone();
      moved[k] += side == 0 ? -step : step;
      double[] there = call.outputs(moved);
      sides[side] = there.length == outputs ? Call.weighted(there) : Double.NaN;
    }
    return sides;
  }
}
