package ad4j.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ad4j.engine.Engine;
import ad4j.engine.Engines;
import ad4j.engine.ReverseEngine;
import ad4j.error.AdException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every engine must pass. An engine's test extends it and names the engine, alone or together
 * with others whose derivatives it is to be nested with.
 *
 * {@snippet :
 * final class MyEngineTest extends EngineContract {
 *   @Override
 *   protected List<Engine> engines() {
 *     return List.of(new MyEngine());
 *   }
 * }
 * }
 */
public abstract class EngineContract {
  /** For the test that extends it. */
  protected EngineContract() {}

  /** The engines under test, the preferred first. */
  protected abstract Collection<? extends Engine> engines();

  /** What the engines cannot do; they must refuse it with an {@link AdException}. */
  protected Set<Capability> missing() {
    return Set.of();
  }

  /** Allowed error of a derivative, relative to the derivative or to 1. */
  protected double tolerance() {
    return 1e-12;
  }

  /** Functions with known derivatives: every operation, every mode, the value unchanged. */
  @TestFactory
  protected final Stream<DynamicTest> everyOperationFindsTheKnownDerivatives() {
    return tests(new ScenarioCases(laboratory()).all());
  }

  /** Derivatives within derivatives are not confused. */
  @TestFactory
  protected final Stream<DynamicTest> nestedDerivativesAreNotConfused() {
    return tests(new NestingCases(laboratory()).all());
  }

  /** Infinities, NaN and strong zeros. */
  @TestFactory
  protected final Stream<DynamicTest> specialNumbersFollowTheConventions() {
    return tests(new NumberCases(laboratory()).all());
  }

  /** Failures, threads, and numbers carried out of their differentiation. */
  @TestFactory
  protected final Stream<DynamicTest> oneDifferentiationLeavesNothingForAnother() {
    return tests(new StateCases(laboratory()).all());
  }

  /** Random expressions, whose derivatives are known by other means. */
  @TestFactory
  protected final Stream<DynamicTest> randomExpressionsAreDifferentiatedRightly() {
    return tests(new RandomCases(laboratory()).all());
  }

  /** A million operations. */
  @TestFactory
  protected final Stream<DynamicTest> sizeIsNoObstacle() {
    return tests(new SizeCases(laboratory()).all());
  }

  /** Recordings are seen and run again. */
  @TestFactory
  protected final Stream<DynamicTest> recordingsCanBeSeenAndRunAgain() {
    return tests(new RecordingCases(laboratory()).all());
  }

  /** A kind of engine that is not there, and arguments that do not fit, are refused. */
  @TestFactory
  protected final Stream<DynamicTest> whatIsNotThereIsRefused() {
    return tests(new AbsenceCases(laboratory()).all());
  }

  /** Each engine has a name of its own, and words. */
  @Test
  protected final void everyEngineHasANameAndWords() {
    Set<String> names = new HashSet<>();
    for (Engine engine : engines()) {
      assertFalse(engine.name().isBlank(), engine.getClass() + " has no name");
      assertFalse(engine.doc().isBlank(), "engine '" + engine.name() + "' has no words");
      names.add(engine.name());
    }
    assertEquals(engines().size(), names.size(), "names " + names);
  }

  /** What is declared as missing really is refused, where it is asked for. */
  @TestFactory
  protected final Stream<DynamicTest> whatIsDeclaredMissingIsRefused() {
    return missing().stream()
        .map(
            capability ->
                dynamicTest(
                    capability + " is refused",
                    () -> assertTrue(refusesSome(capability), capability + " is not missing")));
  }

  private boolean refusesSome(Capability capability) throws Throwable {
    List<EngineCase> cases = new ArrayList<>(new NestingCases(laboratory()).all());
    cases.addAll(new RecordingCases(laboratory()).all());
    cases.addAll(new SizeCases(laboratory()).all());
    for (EngineCase one : cases) {
      if (one.needs().contains(capability) && refused(one)) {
        return true;
      }
    }
    return false;
  }

  private Laboratory laboratory() {
    return new Laboratory(new Engines(engines()), tolerance());
  }

  private Stream<DynamicTest> tests(List<EngineCase> cases) {
    Set<Capability> missing = EnumSet.noneOf(Capability.class);
    missing.addAll(missing());
    if (!laboratory().has(ReverseEngine.class)) {
      missing.add(Capability.RECORDING); // only a reverse engine can record
    }
    return cases.stream().map(one -> test(one, missing));
  }

  private static DynamicTest test(EngineCase one, Set<Capability> missing) {
    return one.needs().stream().noneMatch(missing::contains)
        ? dynamicTest(one.name(), one.body())
        : dynamicTest(one.name() + ", or it is refused", () -> refused(one));
  }

  /** Whether the engine refuses; if it does not, its numbers must be right. */
  private static boolean refused(EngineCase one) throws Throwable {
    try {
      one.body().execute();
      return false;
    } catch (AdException e) {
      return true;
    } catch (AssertionError e) {
      if (e.getCause() instanceof AdException) {
        return true; // another failure was expected
      }
      throw e;
    }
  }
}
