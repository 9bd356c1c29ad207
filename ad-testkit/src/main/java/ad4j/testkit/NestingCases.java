package ad4j.testkit;

import static ad4j.testkit.Elementary.EXP;
import static ad4j.testkit.Elementary.SIN;
import static ad4j.testkit.EngineCase.nested;
import static ad4j.testkit.Laboratory.text;

import ad4j.Differentiable;
import ad4j.engine.Mode;
import ad4j.op.Real;
import java.util.ArrayList;
import java.util.List;

/**
 * Derivatives inside of functions that are differentiated themselves, in every combination of
 * modes. What goes wrong where two of them are confused: Manzyuk, Pearlmutter, Radul, Rush,
 * Siskind, "Perturbation confusion in forward automatic differentiation of higher-order functions"
 * (2019).
 */
final class NestingCases {
  private final Laboratory laboratory;
  private final List<EngineCase> cases = new ArrayList<>();

  NestingCases(Laboratory laboratory) {
    this.laboratory = laboratory;
  }

  List<EngineCase> all() {
    laboratory.sequences(2).forEach(this::addTwoLevels);
    laboratory.sequences(3).forEach(this::addThreeLevels);
    for (Mode mode : laboratory.modes()) {
      addOperations(mode);
      addOrders(mode);
    }
    return cases;
  }

  private void addTwoLevels(List<Mode> modes) {
    Mode outer = modes.get(0);
    Mode inner = modes.get(1);
    expect(
        "d/dx(x * d/dy(x + y)) at 1 is 1",
        modes,
        1,
        () ->
            derivative(
                outer, x -> x.times(laboratory.slope(y -> x.plus(y), inner, Real.constant(1))), 1));
    expect(
        "d/dx(x * d/dy(x * y)) is 2x",
        modes,
        6,
        () -> derivative(outer, x -> x.times(laboratory.slope(x::times, inner, x)), 3));
    expect(
        "d/dx of d/dy(x * y * y) at y = x is 4x",
        modes,
        12,
        () -> derivative(outer, x -> laboratory.slope(y -> x.times(y.square()), inner, x), 3));
    expect(
        "an inner derivative of the outer variable alone is 0",
        modes,
        0,
        () -> derivative(outer, x -> x.times(laboratory.slope(y -> x.square(), inner, x)), 3));
    expect(
        "a derivative of a derivative",
        modes,
        -Math.sin(0.7),
        () -> derivative(outer, x -> laboratory.slope(SIN::of, inner, x), 0.7));
    expect(
        "an outer variable that the inner function compares with",
        modes,
        4,
        () ->
            derivative(
                outer,
                x ->
                    laboratory.slope(
                        y -> y.lessThan(x) ? y.square() : y.times(x.square()), inner, x),
                2));
  }

  private void addThreeLevels(List<Mode> modes) {
    expect(
        "d/dx(x * d/dy(y * d/dz(x + y + z))) is 1",
        modes,
        1,
        () -> threeLevels(modes, (x, y, z) -> x.plus(y).plus(z)));
    expect(
        "d/dx(x * d/dy(y * d/dz(x * y * z))) at x = 2, y = 3 is 4 x y",
        modes,
        24,
        () -> threeLevels(modes, (x, y, z) -> x.times(y).times(z)));
  }

  @FunctionalInterface
  private interface Trivariate {
    Real at(Real x, Real y, Real z);
  }

  private double threeLevels(List<Mode> modes, Trivariate f) {
    return derivative(
        modes.get(0),
        x ->
            x.times(
                laboratory.slope(
                    y ->
                        y.times(
                            laboratory.slope(z -> f.at(x, y, z), modes.get(2), Real.constant(5))),
                    modes.get(1),
                    Real.constant(3))),
        2);
  }

  private void addOperations(Mode mode) {
    expect(
        "an inner derivative of order 3",
        List.of(mode),
        24,
        () ->
            derivative(
                mode, x -> laboratory.scalar(y -> y.square().square(), mode).derivative(3, x), 2));
    cases.add(
        nested(
            "a hessian over an inner gradient " + text(mode),
            () -> {
              Differentiable f = laboratory.differentiable(x -> new Real[] {energy(x, mode)}, mode);
              // energy: (d/dy (y * y * a) at y = b) squared is 4 a a b b
              double[][] expected = {{8 * 9, 16 * 6}, {16 * 6, 8 * 4}};
              laboratory.requireClose(expected, f.hessian(2, 3), "hessian, " + text(mode));
            }));
  }

  private Real energy(Real[] x, Mode mode) {
    return laboratory.slope(y -> y.square().times(x[0]), mode, x[1]).square();
  }

  private void addOrders(Mode mode) {
    int most = 6;
    for (int order = 1; order <= most; order++) {
      int depth = order;
      expect(
          "derivatives nested " + depth + " deep",
          List.of(mode),
          Math.pow(2, depth) * Math.exp(1.2),
          () -> deep(mode, depth));
      cases.add(
          nested(
              "derivatives 0 to " + depth + " at once, " + text(mode),
              () -> {
                double[] expected = new double[depth + 1];
                for (int k = 0; k <= depth; k++) {
                  expected[k] = Math.pow(2, k) * Math.exp(1.2);
                }
                double[] found =
                    laboratory.scalar(x -> EXP.of(x.times(2)), mode).derivatives(depth, 0.6);
                laboratory.requireClose(expected, found, "exp(2 x), " + text(mode));
              }));
    }
  }

  /** The derivative of exp(2 x) of this order at 0.6, by nesting. */
  private double deep(Mode mode, int order) {
    Laboratory.Univariate f = x -> EXP.of(x.times(2));
    for (int k = 0; k < order; k++) {
      Laboratory.Univariate inner = f;
      f = x -> laboratory.slope(inner, mode, x);
    }
    return f.at(Real.constant(0.6)).primal();
  }

  private double derivative(Mode mode, Laboratory.Univariate f, double x) {
    return laboratory.scalar(f, mode).gradient(x)[0];
  }

  private void expect(
      String what, List<Mode> modes, double expected, java.util.function.DoubleSupplier found) {
    String name = what + " " + text(modes);
    cases.add(nested(name, () -> laboratory.requireClose(expected, found.getAsDouble(), name)));
  }
}
