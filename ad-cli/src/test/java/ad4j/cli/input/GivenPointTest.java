package ad4j.cli.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GivenPointTest {
  @Test
  void numbersByPositionKeepTheirOrder() {
    assertArrayEquals(
        new double[] {2, -0.5, 1e3, Double.POSITIVE_INFINITY},
        GivenPoint.read(" 2, -.5,1e3 ,Infinity").inOrder(List.of("a", "b", "c", "d")));
  }

  @Test
  void numbersByNameComeInTheOrderOfTheVariables() {
    assertArrayEquals(new double[] {2, 3}, GivenPoint.read("y=3, x=2").inOrder(List.of("x", "y")));
  }

  @Test
  void bracketsAroundAPointAreAllowed() {
    assertArrayEquals(new double[] {1, 2}, GivenPoint.read("[1, 2]").inOrder(List.of("x", "y")));
  }

  @Test
  void nothingIsAPointWithoutCoordinates() {
    assertEquals(List.of(), GivenPoint.read(" ").numbers());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,", ",", "1;2", "1 2", "x", "x=", "=1,=2x", "0x10", "1d", "1f", "1_000", "1e", "--1"
      })
  void whatIsNoNumberIsRefused(String text) {
    assertThrows(UsageException.class, () -> GivenPoint.read(text));
  }

  @Test
  void theSignOfZeroIsKept() {
    assertEquals(Double.NEGATIVE_INFINITY, 1 / GivenPoint.read("-0").numbers().getFirst());
  }
}
