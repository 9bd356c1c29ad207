package ad4j.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.engine.Engine;
import ad4j.engine.Engines;
import ad4j.testkit.engines.PlantedEngines;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class RandomExpressionTest {
  @Test
  void aSeedAlwaysGivesTheSameExpression() {
    assertEquals(RandomExpression.of(7), RandomExpression.of(7));
    assertArrayEquals(RandomExpression.of(7).point(7), RandomExpression.of(7).point(7));
    assertTrue(LongStream.range(0, 20).mapToObj(RandomExpression::of).distinct().count() == 20);
  }

  @Test
  void complexStepsGiveKnownDerivatives() {
    RandomExpression square =
        new RandomExpression(
            1, List.of(new RandomExpression.Step(RandomExpression.Kind.PRODUCT, 0, 0)));
    assertArrayEquals(new double[] {6}, square.gradient(new double[] {3}), 1e-15);
  }

  @Test
  void aFailureIsMadeSmall() {
    RandomExpression small =
        RandomExpression.of(3)
            .shrunk(e -> e.steps().stream().anyMatch(s -> s.kind() == RandomExpression.Kind.BELL));
    assertEquals(1, small.steps().size(), small.toString());
  }

  @Test
  void aPlantedMistakeIsShownSmallAndWithItsSeed() {
    Engine planted = PlantedEngines.all().get("a second contribution replaces the first");
    Laboratory laboratory = new Laboratory(new Engines(List.of(planted)), 1e-12);
    EngineCase gradients = new RandomCases(laboratory).all().getFirst();
    AssertionError found = assertThrows(AssertionError.class, gradients.body());
    assertTrue(
        found.getMessage().matches("(?s).*seed \\d+ at \\[.*]: t0 = [^;]*;( t1 = [^;]*;)?"),
        found.getMessage());
  }
}
