package ad4j.bench;

import java.util.Objects;
import java.util.function.Function;
import net.finmath.montecarlo.automaticdifferentiation.RandomVariableDifferentiable;
import net.finmath.montecarlo.automaticdifferentiation.backward.RandomVariableDifferentiableAADFactory;
import net.finmath.stochastic.RandomVariable;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.SparseGradient;

/** Gradients by other libraries in pure Java, from the function in their number type. */
final class Peers {
  private Peers() {}

  /** Hipparchus, dense forward gradients. */
  static double[] hipparchus(Function<Gradient[], Gradient> function, double[] x) {
    Gradient[] variables = new Gradient[x.length];
    for (int i = 0; i < x.length; i++) {
      variables[i] = Gradient.variable(x.length, i, x[i]);
    }
    return function.apply(variables).getGradient();
  }

  /** Hipparchus, sparse forward gradients. */
  static double[] hipparchusSparse(
      Function<SparseGradient[], SparseGradient> function, double[] x) {
    SparseGradient[] variables = new SparseGradient[x.length];
    for (int i = 0; i < x.length; i++) {
      variables[i] = SparseGradient.createVariable(i, x[i]);
    }
    SparseGradient result = function.apply(variables);
    double[] gradient = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      gradient[i] = result.getDerivative(i);
    }
    return gradient;
  }

  /** finmath, adjoint automatic differentiation. */
  static double[] finmath(Function<RandomVariable[], RandomVariable> function, double[] x) {
    RandomVariableDifferentiableAADFactory factory = new RandomVariableDifferentiableAADFactory();
    RandomVariableDifferentiable[] variables = new RandomVariableDifferentiable[x.length];
    for (int i = 0; i < x.length; i++) {
      variables[i] = factory.createRandomVariable(0, x[i]);
    }
    var partials = ((RandomVariableDifferentiable) function.apply(variables)).getGradient();
    double[] gradient = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      gradient[i] = Objects.requireNonNull(partials.get(variables[i].getID())).getAverage();
    }
    return gradient;
  }
}
