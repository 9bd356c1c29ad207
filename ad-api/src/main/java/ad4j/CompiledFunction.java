package ad4j;

import ad4j.engine.Recording;
import ad4j.error.NotDifferentiableException;
import org.jspecify.annotations.Nullable;

/**
 * A function frozen as a recording, see {@link Differentiable#compile}. Thread-safe; threads take
 * turns.
 */
public final class CompiledFunction {
  private final Differentiable source;
  private @Nullable Recording recording;
  private int inputs = -1;

  CompiledFunction(Differentiable source) {
    this.source = source;
  }

  /** Value and gradient of a function with one result. */
  public synchronized ValueAndGradient valueAndGradient(double... x) {
    Recording current = at(x);
    double[] values = current.values();
    Arguments.requireOneResult("a gradient", values.length, "ask for its jacobian");
    return new ValueAndGradient(values[0], current.adjoints(new double[] {1}));
  }

  /** The gradient of a function with one result. */
  public double[] gradient(double... x) {
    return valueAndGradient(x).gradient();
  }

  /** The value of a function with one result. */
  public double value(double... x) {
    double[] values = values(x);
    Arguments.requireOneResult("a value", values.length, "ask for its values");
    return values[0];
  }

  /** The results. */
  public synchronized double[] values(double... x) {
    return at(x).values();
  }

  /** Results, and {@code weights} times the Jacobian. */
  public synchronized ValueAndAdjoint valueAndVjp(double[] x, double[] weights) {
    Arguments.requireSome("array of weights", weights);
    Recording current = at(x);
    return new ValueAndAdjoint(current.values(), current.adjoints(weights));
  }

  /** {@code weights} times the Jacobian. */
  public double[] vjp(double[] x, double[] weights) {
    return valueAndVjp(x, weights).adjoint();
  }

  /** Results and Jacobian: one sweep a result. */
  public synchronized ValueAndJacobian valueAndJacobian(double... x) {
    Recording current = at(x);
    double[] values = current.values();
    double[][] rows = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      double[] weights = new double[values.length];
      weights[i] = 1;
      rows[i] = current.adjoints(weights);
    }
    return new ValueAndJacobian(values, rows);
  }

  /** The Jacobian: one row a result, one column an input. */
  public double[][] jacobian(double... x) {
    return valueAndJacobian(x).jacobian();
  }

  private Recording at(double[] x) {
    Arguments.requireSome("point", x);
    Recording current = recording;
    if (current != null && inputs == x.length && current.replay(x)) {
      return current;
    }
    recording = null;
    current = source.record(x);
    String obstacle = current.obstacle();
    if (obstacle != null) {
      throw new NotDifferentiableException(
          "this function cannot be compiled: " + obstacle, "call it without compile()");
    }
    recording = current;
    inputs = x.length;
    return current;
  }
}
