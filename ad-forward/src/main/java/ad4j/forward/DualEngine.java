package ad4j.forward;

import ad4j.engine.Activation;
import ad4j.engine.ForwardEngine;
import ad4j.engine.Pushforward;
import ad4j.engine.RealFunction;
import ad4j.op.Real;
import ad4j.program.Program;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** Forward mode by dual numbers; derivatives of high order by Taylor series. */
public final class DualEngine implements ForwardEngine {
  /** For {@code ServiceLoader}. */
  public DualEngine() {}

  @Override
  public String name() {
    return "forward";
  }

  @Override
  public String doc() {
    return "Dual numbers that carry several directions at once; Taylor series for higher orders.";
  }

  @Override
  public Pushforward pushforward(RealFunction f, Real[] x, Real[][] directions) {
    return Activation.run(
        own -> {
          if (own.outermost()) {
            double[] at = Activation.constants(x);
            double[][] rows =
                Arrays.stream(directions).map(Activation::constants).toArray(double[][]::new);
            Real[] y = f.apply(inputs(x.length, i -> dual(own, at[i], rows, i)));
            return Dual.pushforward(y, own, directions.length);
          }
          Real[] y = f.apply(inputs(x.length, i -> nested(own, x, directions, i)));
          return NestedDual.pushforward(y, own, directions.length);
        });
  }

  @Override
  public Real[][] taylor(RealFunction f, Real[] x, Real[] direction, int order) {
    return Activation.run(
        own -> {
          Expansion expansion = new Expansion(own, order);
          Real[] y = f.apply(inputs(x.length, i -> expansion.variable(x[i], direction[i])));
          return expansion.coefficients(y);
        });
  }

  @Override
  public Program pushforward(Program program, List<Integer> active, int lanes) {
    return ProgramPushforward.of(program, active, lanes);
  }

  private static Real[] inputs(int count, IntFunction<Real> input) {
    Real[] inputs = new Real[count];
    for (int i = 0; i < count; i++) {
      inputs[i] = input.apply(i);
    }
    return inputs;
  }

  private static Real dual(Activation activation, double value, double[][] directions, int i) {
    double[] tangents = new double[directions.length];
    for (int k = 0; k < tangents.length; k++) {
      tangents[k] = directions[k][i];
    }
    return new Dual(activation, value, tangents);
  }

  private static Real nested(Activation activation, Real[] x, Real[][] directions, int i) {
    Real[] tangents = new Real[directions.length];
    for (int k = 0; k < tangents.length; k++) {
      tangents[k] = directions[k][i];
    }
    return new NestedDual(activation, x[i], tangents);
  }
}
