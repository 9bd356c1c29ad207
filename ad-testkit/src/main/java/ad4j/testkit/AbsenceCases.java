package ad4j.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.Differentiable;
import ad4j.engine.ForwardEngine;
import ad4j.engine.Mode;
import ad4j.engine.ReverseEngine;
import ad4j.error.ConfigurationException;
import ad4j.error.ShapeException;
import ad4j.op.Real;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.function.Executable;

/** What is asked in vain: a kind of engine that is not there, arguments that do not fit. */
final class AbsenceCases {
  private final Laboratory laboratory;
  private final List<EngineCase> cases = new ArrayList<>();

  AbsenceCases(Laboratory laboratory) {
    this.laboratory = laboratory;
  }

  List<EngineCase> all() {
    if (!laboratory.has(ForwardEngine.class)) {
      refuses("forward mode", () -> square(Mode.FORWARD).gradient(2));
      refuses("a Taylor expansion", () -> square(Mode.AUTO).taylor(one(), one(), 2));
    }
    if (!laboratory.has(ReverseEngine.class)) {
      refuses("reverse mode", () -> square(Mode.REVERSE).gradient(2));
      refuses("a recording", () -> square(Mode.AUTO).record(2));
    }
    for (Mode mode : laboratory.modes()) {
      addMisfits(mode);
    }
    return cases;
  }

  private void addMisfits(Mode mode) {
    Differentiable two = laboratory.differentiable(x -> new Real[] {x[0], x[0]}, mode);
    String in = ", " + Laboratory.text(mode);
    misfit("a gradient of two results" + in, () -> two.gradient(2));
    misfit("three weights for two results" + in, () -> two.vjp(one(), new double[3]));
    misfit("two directions for one input" + in, () -> two.jvp(one(), new double[2]));
    misfit("a negative order" + in, () -> square(mode).derivatives(-1, 2));
  }

  private Differentiable square(Mode mode) {
    return laboratory.scalar(Real::square, mode);
  }

  private static double[] one() {
    return new double[] {1};
  }

  private void refuses(String what, Executable body) {
    cases.add(
        new EngineCase(
            what + " is not there, and says so",
            () -> {
              ConfigurationException refusal = assertThrows(ConfigurationException.class, body);
              assertTrue(refusal.what().contains("engine"), refusal.what());
            }));
  }

  private void misfit(String what, Executable body) {
    cases.add(new EngineCase(what + " is refused", () -> assertThrows(ShapeException.class, body)));
  }
}
