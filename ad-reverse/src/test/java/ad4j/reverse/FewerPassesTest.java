package ad4j.reverse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ad4j.engine.Differentiator;
import ad4j.engine.Engines;
import ad4j.engine.Mode;
import ad4j.engine.Pullback;
import ad4j.engine.RealFunction;
import ad4j.engine.ReverseEngine;
import ad4j.forward.DualEngine;
import ad4j.op.Real;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Mode AUTO goes the way that takes fewer passes. */
final class FewerPassesTest {
  /** The tape, with its ways back counted. */
  private record Counting(AtomicInteger sweeps) implements ReverseEngine {
    @Override
    public String name() {
      return "counting";
    }

    @Override
    public String doc() {
      return "Counts sweeps.";
    }

    @Override
    public Pullback pullback(RealFunction f, Real[] x) {
      Pullback pullback = new TapeEngine().pullback(f, x);
      return new Pullback() {
        @Override
        public Real[] value() {
          return pullback.value();
        }

        @Override
        public Real[] adjoints(Real[] weights) {
          sweeps.incrementAndGet();
          return pullback.adjoints(weights);
        }
      };
    }
  }

  private final AtomicInteger sweeps = new AtomicInteger();
  private final Differentiator differentiator =
      new Differentiator(new Engines(List.of(new DualEngine(), new Counting(sweeps))), Mode.AUTO);

  @Test
  void manyResultsOfFewInputsAreDifferentiatedForward() {
    Real[][] partials =
        differentiator
            .jacobian(
                x -> {
                  Real[] y = new Real[50];
                  Arrays.setAll(y, i -> x[0].times(i).plus(x[1]));
                  return y;
                },
                Real.constants(1, 2))
            .partials();
    assertArrayEquals(new double[] {49, 1}, Real.values(partials[49]));
    assertEquals(0, sweeps.get());
  }

  @Test
  void oneResultOfManyInputsTakesOneSweep() {
    differentiator.gradient(
        x -> new Real[] {Arrays.stream(x).reduce(Real.constant(0), Real::plus)},
        Real.constants(new double[50]));
    assertEquals(1, sweeps.get());
  }
}
