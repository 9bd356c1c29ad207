package ad4j.compiler.random;

import ad4j.Differentiable;
import ad4j.Installation;
import ad4j.JavaMethod;
import ad4j.ValueGradientHessian;
import ad4j.engine.Mode;
import ad4j.error.NotDifferentiableException;
import java.util.Arrays;

/**
 * Value, gradient and Hessian by compiled code as the facade gives them, the Hessian against that
 * of dual numbers.
 */
record Hessian() implements Subject {
  private static final double TOLERANCE = 1e-7;

  @Override
  public String name() {
    return "Hessian, compiled";
  }

  @Override
  public boolean takes(Program program) {
    return switch (program.kind()) {
      case GRADIENT, SCALAR, THREE -> true;
      case VECTOR, INTO, DATA, COMPLEX, MODEL -> false;
    };
  }

  @Override
  public Result differentiate(Call call) {
    Differentiable f = read(call).differentiable();
    double[] x = call.inputs();
    ValueGradientHessian all = f.valueGradientHessian(x);
    double[][] hessian = all.hessian();
    compare(f.in(Mode.FORWARD).hessian(x), hessian);
    require(Arrays.equals(call.inputs(), x), "the point was changed");
    return new Result(new double[] {all.value()}, all.gradient());
  }

  private static JavaMethod read(Call call) {
    Class<?> owner = call.method().getDeclaringClass();
    try {
      return JavaMethod.read(owner.getClassLoader(), owner.getName(), "f", Installation.standard());
    } catch (NotDifferentiableException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  private static void compare(double[][] expected, double[][] actual) {
    double scale = 1;
    for (double[] row : expected) {
      for (double entry : row) {
        scale = Math.max(scale, Math.abs(entry));
      }
    }
    for (int i = 0; i < expected.length; i++) {
      for (int j = 0; j < expected.length; j++) {
        boolean isSame =
            Math.abs(expected[i][j] - actual[i][j]) <= TOLERANCE * scale
                || Double.compare(expected[i][j], actual[i][j]) == 0;
        require(isSame, Arrays.deepToString(actual) + ", not " + Arrays.deepToString(expected));
      }
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
