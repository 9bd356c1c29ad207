package ad4j.testkit;

import static ad4j.testkit.Elementary.SIN;
import static ad4j.testkit.EngineCase.nested;
import static ad4j.testkit.Laboratory.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ad4j.Differentiable;
import ad4j.engine.Mode;
import ad4j.error.AdException;
import ad4j.error.EscapedException;
import ad4j.op.Real;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Nothing of one differentiation is left for another: failures, threads, numbers carried out. */
final class StateCases {
  private static final int THREADS = 4;
  private static final int REPEATS = 50;

  private final Laboratory laboratory;
  private final List<EngineCase> cases = new ArrayList<>();

  StateCases(Laboratory laboratory) {
    this.laboratory = laboratory;
  }

  List<EngineCase> all() {
    for (Mode mode : laboratory.modes()) {
      addFailures(mode);
      addThreads(mode);
      addEscapes(mode);
      addNestedEscapes(mode);
    }
    return cases;
  }

  /** A user's failure, which engines hand on as it is. */
  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure() {
      super("half-way", null, false, false);
    }
  }

  private static Real failing(Real x) {
    Real half = x.square();
    if (!Double.isNaN(half.primal())) {
      throw new Failure();
    }
    return half;
  }

  private void addFailures(Mode mode) {
    cases.add(
        new EngineCase(
            "an exception half-way leaves nothing behind, " + text(mode),
            () -> {
              assertThrows(
                  Failure.class, () -> laboratory.scalar(StateCases::failing, mode).gradient(2));
              requireSine(mode);
            }));
    cases.add(
        nested(
            "an exception half-way in an inner derivative leaves nothing behind, " + text(mode),
            () -> {
              double[] found = laboratory.scalar(x -> recovering(x, mode), mode).gradient(3);
              laboratory.requireClose(new double[] {6}, found, "x * x after a failure");
            }));
  }

  private Real recovering(Real x, Mode mode) {
    assertThrows(Failure.class, () -> laboratory.slope(StateCases::failing, mode, x));
    return x.times(x);
  }

  private void addThreads(Mode mode) {
    cases.add(
        new EngineCase(
            "several threads at once do not meet, " + text(mode),
            () ->
                inThreads(
                    () -> {
                      for (int k = 0; k < REPEATS; k++) {
                        requireSine(mode);
                      }
                      return null;
                    })));
  }

  private static void inThreads(Callable<?> body) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> all = new ArrayList<>();
      for (int k = 0; k < THREADS; k++) {
        all.add(threads.submit(body));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  private void requireSine(Mode mode) {
    Differentiable f =
        laboratory.differentiable(x -> new Real[] {SIN.of(x[0].times(x[1])).times(x[0])}, mode);
    double sin = Math.sin(0.12);
    double cos = Math.cos(0.12);
    laboratory.requireClose(
        new double[] {sin + 0.12 * cos, 0.09 * cos}, f.gradient(0.3, 0.4), "x * sin(x * y)");
  }

  private void addEscapes(Mode mode) {
    expectEscape(
        "a number used after its differentiation", mode, () -> leaked(mode).plus(1).primal());
    expectEscape(
        "a number used in another differentiation",
        mode,
        () -> laboratory.scalar(leaked(mode)::times, mode).gradient(2));
    expectEscape(
        "a number returned from another differentiation",
        mode,
        () -> {
          Real leaked = leaked(mode);
          return laboratory.scalar(x -> leaked, mode).gradient(2);
        });
    expectEscape(
        "a number as the point of another differentiation",
        mode,
        () -> laboratory.slope(SIN::of, mode, leaked(mode)));
    expectEscape(
        "a number used in another thread",
        mode,
        () -> laboratory.scalar(x -> elsewhere(() -> x.square()), mode).gradient(2));
    expectEscape(
        "a number differentiated in another thread",
        mode,
        () ->
            laboratory
                .scalar(x -> elsewhere(() -> laboratory.slope(SIN::of, mode, x)), mode)
                .gradient(2));
  }

  private void addNestedEscapes(Mode mode) {
    cases.add(
        nested(
            "an inner number returned by the outer function is refused, " + text(mode),
            () ->
                assertThrows(
                    EscapedException.class,
                    () -> laboratory.scalar(x -> innerNumber(x, mode), mode).gradient(2))));
    cases.add(
        nested(
            "an inner number used by the outer function is refused, " + text(mode),
            () ->
                assertThrows(
                    EscapedException.class,
                    () -> laboratory.scalar(x -> x.plus(innerNumber(x, mode)), mode).gradient(2))));
  }

  /** A number of an inner differentiation, carried out of it. */
  private Real innerNumber(Real x, Mode mode) {
    List<Real> out = new ArrayList<>();
    laboratory.slope(
        y -> {
          out.add(y.times(x));
          return y;
        },
        mode,
        x);
    return out.getFirst();
  }

  private Real leaked(Mode mode) {
    List<Real> out = new ArrayList<>();
    laboratory
        .scalar(
            x -> {
              out.add(x.square());
              return x;
            },
            mode)
        .gradient(2);
    return out.getFirst();
  }

  /** What {@code body} gives in another thread; an {@link AdException} comes back as it is. */
  private static Real elsewhere(Callable<Real> body) {
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      return thread.submit(body).get();
    } catch (java.util.concurrent.ExecutionException e) {
      if (e.getCause() instanceof AdException refusal) {
        throw refusal;
      }
      throw new AssertionError("another thread failed", e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private void expectEscape(String what, Mode mode, Callable<?> body) {
    cases.add(
        new EngineCase(
            what + " is refused, " + text(mode),
            () -> {
              EscapedException refusal = assertThrows(EscapedException.class, body::call);
              assertEquals("AD-ESCAPED", refusal.code());
            }));
  }
}
