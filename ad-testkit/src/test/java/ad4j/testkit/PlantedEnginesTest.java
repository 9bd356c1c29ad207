package ad4j.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ad4j.engine.Engine;
import ad4j.engine.Engines;
import ad4j.testkit.engines.ClosureEngine;
import ad4j.testkit.engines.PairEngine;
import ad4j.testkit.engines.PlantedEngines;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Engines with one mistake each, all of which the contract's cases must find; and sound ones. */
final class PlantedEnginesTest {
  @TestFactory
  Stream<DynamicTest> everyMistakeIsFound() {
    return PlantedEngines.all().entrySet().stream()
        .map(
            planted ->
                dynamicTest(
                    planted.getKey(),
                    () ->
                        assertFalse(
                            failures(planted.getValue()).isEmpty(),
                            "not found: " + planted.getKey())));
  }

  @Test
  void soundEnginesAreNotBlamed() {
    assertEquals(List.of(), failures(new ClosureEngine()));
    assertEquals(List.of(), failures(new PairEngine()));
  }

  /** The names of the cases that fail; without those that are only large. */
  private static List<String> failures(Engine engine) {
    Laboratory laboratory = new Laboratory(new Engines(List.of(engine)), 1e-12);
    List<EngineCase> cases = new ArrayList<>(new ScenarioCases(laboratory).all());
    cases.addAll(new NestingCases(laboratory).all());
    cases.addAll(new NumberCases(laboratory).all());
    cases.addAll(new StateCases(laboratory).all());
    return cases.stream().filter(PlantedEnginesTest::fails).map(EngineCase::name).toList();
  }

  private static boolean fails(EngineCase one) {
    try {
      one.body().execute();
      return false;
    } catch (Throwable e) { // an assertion error, or whatever a broken engine throws
      return true;
    }
  }
}
