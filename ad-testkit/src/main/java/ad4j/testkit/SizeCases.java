package ad4j.testkit;

import static ad4j.testkit.Laboratory.text;

import ad4j.engine.Mode;
import ad4j.op.Real;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Many operations, many inputs, long chains. */
final class SizeCases {
  private static final int STEPS = 500_000;
  private static final int INPUTS = 200;

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
