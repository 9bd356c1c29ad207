package ad4j.testkit;

import static ad4j.testkit.Laboratory.requireEqualBits;
import static ad4j.testkit.Laboratory.text;

import ad4j.Differentiable;
import ad4j.ValueAndAdjoint;
import ad4j.ValueAndGradient;
import ad4j.ValueAndJacobian;
import ad4j.ValueAndTangent;
import ad4j.ValueGradientHessian;
import ad4j.engine.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Every scenario at every point, in every mode, by every operation. */
final class ScenarioCases {
  private final Laboratory laboratory;
  private final List<EngineCase> cases = new ArrayList<>();

  ScenarioCases(Laboratory laboratory) {
    this.laboratory = laboratory;
  }

  List<EngineCase> all() {
    for (Scenario scenario : Scenarios.all()) {
      for (double[] x : scenario.points()) {
        for (Mode mode : laboratory.modes()) {
          add(scenario, x, mode);
        }
      }
    }
    return cases;
  }

  private void add(Scenario scenario, double[] x, Mode mode) {
    String name = scenario.name() + " at " + text(x) + ", " + text(mode);
    Differentiable f = laboratory.differentiable(scenario.f(), mode);
    double[][] jacobian = scenario.jacobian().apply(x);
    cases.add(new EngineCase(name + ": jacobian", () -> jacobian(f, x, jacobian, name)));
    cases.add(new EngineCase(name + ": jvp", () -> jvp(f, x, jacobian, name)));
    cases.add(new EngineCase(name + ": vjp", () -> vjp(f, x, jacobian, name)));
    Function<double[], double[][]> hessian = scenario.hessian();
    if (hessian != null) {
      cases.add(new EngineCase(name + ": gradient", () -> gradient(f, x, jacobian[0], name)));
      cases.add(
          EngineCase.nested(
              name + ": hessian", () -> hessian(f, x, jacobian[0], hessian.apply(x), name)));
      cases.add(EngineCase.nested(name + ": hvp", () -> hvp(f, x, hessian.apply(x), name)));
    }
  }

  private void jacobian(Differentiable f, double[] x, double[][] expected, String name) {
    ValueAndJacobian found = f.valueAndJacobian(x);
    requireEqualBits(f.values(x), found.value(), name + ": value");
    laboratory.requireClose(expected, found.jacobian(), name + ": jacobian");
  }

  private void jvp(Differentiable f, double[] x, double[][] jacobian, String name) {
    for (double[] direction : List.of(ramp(x.length), new double[x.length])) {
      ValueAndTangent found = f.valueAndJvp(x, direction);
      requireEqualBits(f.values(x), found.value(), name + ": value");
      laboratory.requireClose(
          times(jacobian, direction), found.tangent(), name + ": jvp by " + text(direction));
    }
  }

  private void vjp(Differentiable f, double[] x, double[][] jacobian, String name) {
    for (double[] weights : List.of(ramp(jacobian.length), new double[jacobian.length])) {
      ValueAndAdjoint found = f.valueAndVjp(x, weights);
      requireEqualBits(f.values(x), found.value(), name + ": value");
      double[] expected = new double[x.length];
      for (int i = 0; i < weights.length; i++) {
        for (int j = 0; j < x.length; j++) {
          expected[j] += weights[i] * jacobian[i][j];
        }
      }
      laboratory.requireClose(expected, found.adjoint(), name + ": vjp by " + text(weights));
    }
  }

  private void gradient(Differentiable f, double[] x, double[] expected, String name) {
    ValueAndGradient found = f.valueAndGradient(x);
    requireEqualBits(f.values(x), new double[] {found.value()}, name + ": value");
    laboratory.requireClose(expected, found.gradient(), name + ": gradient");
  }

  private void hessian(
      Differentiable f, double[] x, double[] gradient, double[][] expected, String name) {
    ValueGradientHessian found = f.valueGradientHessian(x);
    requireEqualBits(f.values(x), new double[] {found.value()}, name + ": value");
    laboratory.requireClose(gradient, found.gradient(), name + ": gradient");
    laboratory.requireClose(expected, found.hessian(), name + ": hessian");
  }

  private void hvp(Differentiable f, double[] x, double[][] hessian, String name) {
    double[] direction = ramp(x.length);
    laboratory.requireClose(times(hessian, direction), f.hvp(x, direction), name + ": hvp");
    if (x.length > 0 && !Double.isNaN(x[x.length - 1])) { // the same array as point and direction
      laboratory.requireClose(times(hessian, x), f.hvp(x, x), name + ": hvp by the point");
    }
  }

  private static double[] ramp(int length) {
    double[] ramp = new double[length];
    for (int i = 0; i < length; i++) {
      ramp[i] = 1.5 - 0.75 * i;
    }
    return ramp;
  }

  private static double[] times(double[][] rows, double[] vector) {
    double[] sums = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        sums[i] += rows[i][j] * vector[j];
      }
    }
    return sums;
  }
}
