package ad4j.testkit;

import static ad4j.testkit.Laboratory.text;

import ad4j.engine.Mode;
import ad4j.op.BinaryOperator;
import ad4j.op.Operator;
import ad4j.op.Real;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Many operations, many inputs, many operators, long chains. */
final class SizeCases {
  private static final int STEPS = 500_000;
  private static final int INPUTS = 200;
  private static final int OPERATORS = 1_500;

  private final Laboratory laboratory;

  SizeCases(Laboratory laboratory) {
    this.laboratory = laboratory;
  }

  List<EngineCase> all() {
    List<EngineCase> cases = new ArrayList<>();
    for (Mode mode : laboratory.modes()) {
      cases.add(
          new EngineCase(
              "a chain of a million operations, " + text(mode),
              Set.of(Capability.SIZE),
              () -> longChain(mode)));
      cases.add(
          new EngineCase(
              OPERATORS + " operators declared as one goes, " + text(mode),
              () -> manyOperators(mode)));
      cases.add(
          new EngineCase(INPUTS + " inputs and results, " + text(mode), () -> manyInputs(mode)));
    }
    return cases;
  }

  /** x is halved and one added, again and again: the limit is 2, the slope vanishes. */
  private void longChain(Mode mode) {
    double[] found =
        laboratory
            .scalar(
                x -> {
                  Real y = x;
                  for (int k = 0; k < STEPS; k++) {
                    y = y.times(0.999999).plus(1e-6);
                  }
                  return y;
                },
                mode)
            .gradient(2);
    laboratory.requireClose(new double[] {expectedChain()}, found, "a long chain, " + text(mode));
  }

  private static double expectedChain() {
    double slope = 1;
    for (int k = 0; k < STEPS; k++) {
      slope *= 0.999999;
    }
    return slope;
  }

  /** Every operator is new, and is applied again after another one. */
  private void manyOperators(Mode mode) {
    double[] found =
        laboratory
            .scalar(
                x -> {
                  BinaryOperator last = weighted(0);
                  Real sum = Real.constant(0);
                  for (int k = 1; k <= OPERATORS; k++) {
                    BinaryOperator next = weighted(k);
                    sum = sum.plus(last.of(next.of(x, Real.constant(1)), x));
                    last = next;
                  }
                  return sum;
                },
                mode)
            .gradient(1);
    double expected = 0;
    for (int k = 1; k <= OPERATORS; k++) {
      expected += (k - 1) * (double) k + 1;
    }
    laboratory.requireClose(new double[] {expected}, found, "many operators, " + text(mode));
  }

  private static BinaryOperator weighted(int k) {
    return Operator.binary("kitWeighted" + k)
        .value((x, y) -> k * x + y)
        .slopes((x, y, z) -> Real.constant(k), (x, y, z) -> Real.constant(1));
  }

  private void manyInputs(Mode mode) {
    double[] x = new double[INPUTS];
    Arrays.setAll(x, i -> 1 + i / 100.0);
    double[][] found =
        laboratory
            .differentiable(at -> Arrays.stream(at).map(Real::square).toArray(Real[]::new), mode)
            .jacobian(x);
    double[][] expected = new double[INPUTS][INPUTS];
    for (int i = 0; i < INPUTS; i++) {
      expected[i][i] = 2 * x[i];
    }
    laboratory.requireClose(expected, found, "squares, " + text(mode));
  }
}
