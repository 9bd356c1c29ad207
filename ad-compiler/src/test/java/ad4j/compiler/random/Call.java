package ad4j.compiler.random;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * A method of a random program at a point.
 *
 * @param arguments the point; use a {@link #fresh} copy for a call, as methods write into arrays
 */
record Call(Program program, Method method, Object[] arguments) {

  static Call of(Program program, ClassLoader loader, long pointSeed)
      throws ClassNotFoundException {
    Class<?> owner = Class.forName(program.className(), true, loader);
    for (Method method : owner.getDeclaredMethods()) {
      if (method.getName().equals("f")) {
        return new Call(program, method, Arguments.random(owner, program.kind(), pointSeed));
      }
    }
    throw new IllegalArgumentException(owner + " has no method f");
  }

  Object[] fresh() {
    return Arguments.copy(program.kind(), arguments);
  }

  double[] inputs() {
    return Arguments.inputs(program.kind(), arguments);
  }

  /** What the Java method itself gives at this point. */
  double[] outputs() throws InvocationTargetException {
    return outputs(inputs());
  }

  /** What the Java method itself gives at other inputs. */
  double[] outputs(double[] inputs) throws InvocationTargetException {
    Object[] given = Arguments.with(program.kind(), arguments, inputs);
    try {
      return flat(method.invoke(null, given), given);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The outputs of a call: its result, or else the array that it wrote into. */
  double[] flat(Object result, Object[] given) {
    return switch (program.kind()) {
      case VECTOR -> ((double[]) result).clone();
      case INTO -> ((double[]) given[1]).clone();
      case GRADIENT, SCALAR, THREE, DATA, COMPLEX, MODEL -> new double[] {(Double) result};
    };
  }

  /** The weight of each output in the sum whose gradient is asked for. */
  static double[] weights(int outputs) {
    double[] weights = new double[outputs];
    for (int k = 0; k < outputs; k++) {
      weights[k] = 1 - 0.375 * k;
    }
    return weights;
  }

  static double weighted(double[] outputs) {
    double[] weights = weights(outputs.length);
    double sum = 0;
    for (int k = 0; k < outputs.length; k++) {
      sum += weights[k] * outputs[k];
    }
    return sum;
  }
}
