package ad4j.testkit;

import static ad4j.testkit.Elementary.LOG;
import static ad4j.testkit.Elementary.SQRT;
import static ad4j.testkit.Laboratory.text;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;

import ad4j.ValueAndGradient;
import ad4j.engine.ForwardEngine;
import ad4j.engine.Mode;
import ad4j.engine.ReverseEngine;
import ad4j.op.Real;
import java.util.ArrayList;
import java.util.List;

/** Infinities, NaN, and zeros that stay zero. */
final class NumberCases {
  private final Laboratory laboratory;
  private final List<EngineCase> cases = new ArrayList<>();

  NumberCases(Laboratory laboratory) {
    this.laboratory = laboratory;
  }

  @FunctionalInterface
  private interface Formula {
    Real at(Real[] x);
  }

  List<EngineCase> all() {
    Real zero = Real.constant(0);
    expect("0 * sqrt(x): a zero stays 0", x -> SQRT.of(x[0]).times(zero), at(0), 0, 0);
    expect("x * sqrt(x): a zero stays 0", x -> x[0].times(SQRT.of(x[0])), at(0), 0, 0);
    expect(
        "a branch not taken cannot poison",
        x -> x[0].greaterThan(0) ? SQRT.of(x[0]) : zero,
        at(0),
        0,
        0);
    expect("sqrt(x) at its end", x -> SQRT.of(x[0]), at(0), 0, POSITIVE_INFINITY);
    expect("log(x) at its pole", x -> LOG.of(x[0]), at(0), NEGATIVE_INFINITY, POSITIVE_INFINITY);
    expect(
        "1 / x at its pole", x -> x[0].reciprocal(), at(0), POSITIVE_INFINITY, NEGATIVE_INFINITY);
    expect("an overflow", x -> x[0].square(), at(1e200), POSITIVE_INFINITY, 2e200);
    expect("NaN as an argument", x -> x[0].times(x[1]), at(NaN, 2), NaN, 2, NaN);
    expect("0 * NaN", x -> x[0].plus(x[1].times(0)), at(1, NaN), NaN, 1, 0);
    expect("a number before and after", x -> affine(x[0], x[1]), at(2, 3), 5, 17, 16);
    expect("an infinite argument", x -> x[0].reciprocal(), at(POSITIVE_INFINITY), 0, 0);
    expect("a negative zero", x -> x[0].negate().times(x[1]), at(0, 3), -0.0, -3, 0);
    if (laboratory.has(ForwardEngine.class) && laboratory.has(ReverseEngine.class)) {
      addAgreement();
    }
    return cases;
  }

  /** (x + 2) (5 - 2 (3 - y) (4 - x)) - 15 + 4 (x - 2) y, with plain numbers on either side. */
  private static Real affine(Real x, Real y) {
    Real inner = Real.constant(3).minus(y).times(Real.constant(4).minus(x));
    Real left = Real.constant(2).plus(x);
    Real right = Real.constant(5).minus(Real.constant(2).times(inner));
    return left.times(right).minus(15).plus(x.minus(2).times(y).times(4));
  }

  /** Where one mode meets infinity minus infinity, it takes the number that the other finds. */
  private void addAgreement() {
    expect(
        "sqrt(x) - sqrt(x) of one root",
        x -> {
          Real root = SQRT.of(x[0]);
          return root.minus(root);
        },
        at(0),
        0,
        0);
  }

  private void expect(String what, Formula f, double[] x, double value, double... gradient) {
    for (Mode mode : laboratory.modes()) {
      String name = what + " at " + text(x) + ", " + text(mode);
      cases.add(
          new EngineCase(
              name,
              () -> {
                ValueAndGradient found =
                    laboratory
                        .differentiable(at -> new Real[] {f.at(at)}, mode)
                        .valueAndGradient(x);
                Laboratory.requireEqualBits(
                    new double[] {value}, new double[] {found.value()}, name + ": value");
                laboratory.requireClose(gradient, found.gradient(), name + ": gradient");
              }));
    }
  }

  private static double[] at(double... x) {
    return x;
  }
}
