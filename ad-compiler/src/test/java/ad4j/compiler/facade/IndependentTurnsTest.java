package ad4j.compiler.facade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.Ad;
import ad4j.Differentiable;
import ad4j.JavaFunction;
import ad4j.Plan;
import ad4j.program.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Loops each turn of which may be pulled back as soon as it has run, and loops that look so. */
final class IndependentTurnsTest {
  private static final double[] X = {1.25, -0.5, 0.75, 2};

  static Stream<Arguments> methods() {
    return Stream.of(
        method("squares", IndependentTurns::squares, 1),
        method("neighbours", IndependentTurns::neighbours, 1),
        method("twoSums", IndependentTurns::twoSums, 1),
        method("sometimes", IndependentTurns::sometimes, 1),
        method("pairs", IndependentTurns::pairs, 2),
        method("oneAfterTheOther", IndependentTurns::oneAfterTheOther, 2),
        // The mean is put to use in what is not linear: it is summed, and then pulled back.
        method("variance", IndependentTurns::variance, 3),
        // In each turn: forwards, forwards, backwards, backwards.
        method("scratch", IndependentTurns::scratch, 5),
        method("made", IndependentTurns::made, 1),
        method("halfScratch", IndependentTurns::halfScratch, 4),
        method("storedAfterwards", IndependentTurns::storedAfterwards, 3),
        method("storedAfterwardsOnly", IndependentTurns::storedAfterwardsOnly, 3),
        method("readAfterwards", IndependentTurns::readAfterwards, 2),
        method("swapped", IndependentTurns::swapped, 2),
        method("ofEachOther", IndependentTurns::ofEachOther, 2),
        method("twice", IndependentTurns::twice, 2),
        method("decided", IndependentTurns::decided, 2),
        method("decidedBefore", IndependentTurns::decidedBefore, 1),
        method("bent", IndependentTurns::bent, 2),
        method("broken", IndependentTurns::broken, 2),
        method("faded", IndependentTurns::faded, 2),
        method("untilEnough", IndependentTurns::untilEnough, 2),
        method("largest", IndependentTurns::largest, 2),
        method("counted", IndependentTurns::counted, 1),
        method("rows", IndependentTurns::rows, 4),
        method("rowsMade", IndependentTurns::rowsMade, 2),
        method("inMemory", IndependentTurns::inMemory, 2),
        method("guarded", IndependentTurns::guarded, 1),
        method("downwards", IndependentTurns::downwards, 1),
        method("outside", IndependentTurns::outside, 4));
  }

  private static Arguments method(String name, JavaFunction.OfArray f, int loops) {
    return Arguments.of(name, f, loops);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("methods")
  void derivativesAreRight(String name, JavaFunction.OfArray method, int loops) {
    Differentiable f = Ad.function(method);
    assertEquals(Plan.Way.COMPILED, f.plan().way(), () -> f.plan().toString());
    double[] slopes = differences(method, X);
    double[] into = new double[X.length];
    assertEquals(method.at(X), f.valueAndGradient(X, into));
    assertArrayEquals(slopes, into, 1e-6);
    assertArrayEquals(slopes, f.gradient(X), 1e-6);
    assertArrayEquals(slopes, f.vjp(X, new double[] {1}), 1e-6);
    double[][] bends = f.hessian(X);
    for (int i = 0; i < X.length; i++) {
      double[] up = X.clone();
      double[] down = X.clone();
      up[i] += 1e-5;
      down[i] -= 1e-5;
      double[] above = f.gradient(up);
      double[] below = f.gradient(down);
      for (int j = 0; j < X.length; j++) {
        assertEquals((above[j] - below[j]) / 2e-5, bends[i][j], 1e-5, name);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("methods")
  void aTurnIsPulledBackAtOnceWhereItCanBe(String name, JavaFunction.OfArray method, int loops) {
    Differentiable f = Ad.function(method);
    assertTrue(f.plan().way() == Plan.Way.COMPILED, name);
    assertEquals(loops, new Flow(f.programs().get(1)).loops().size());
  }

  @Test
  void noHalfOfAGradientIsLeftWhereATurnThrows() {
    double[] gradient = new double[3];
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Ad.function(IndependentTurns::guarded)
                .valueAndGradient(new double[] {1, 2, 1e7}, gradient));
    assertArrayEquals(new double[] {Double.NaN, Double.NaN, Double.NaN}, gradient);
  }

  private static double[] differences(JavaFunction.OfArray f, double[] x) {
    double[] slopes = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double[] up = x.clone();
      double[] down = x.clone();
      up[i] += 1e-6;
      down[i] -= 1e-6;
      slopes[i] = (f.at(up) - f.at(down)) / 2e-6;
    }
    return slopes;
  }
}
