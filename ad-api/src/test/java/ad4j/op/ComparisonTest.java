package ad4j.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ComparisonTest {
  private static final double[] NUMBERS = {-1, 0, 2};

  @ParameterizedTest
  @EnumSource
  void theOppositeHoldsWhereTheRelationDoesNot(Comparison relation) {
    for (double x : NUMBERS) {
      for (double y : NUMBERS) {
        assertEquals(!relation.holds(x, y), relation.opposite().holds(x, y), x + ", " + y);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theMirroredRelationHoldsTheOtherWayRound(Comparison relation) {
    for (double x : NUMBERS) {
      for (double y : NUMBERS) {
        assertEquals(relation.holds(x, y), relation.mirrored().holds(y, x), x + ", " + y);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void withNanNothingHoldsButInequality(Comparison relation) {
    assertEquals(relation == Comparison.NOT_EQUAL, relation.holds(Double.NaN, 0));
    assertTrue(relation.opposite() != relation);
  }
}
