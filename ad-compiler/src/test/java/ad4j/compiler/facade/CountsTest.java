package ad4j.compiler.facade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ad4j.Ad;
import ad4j.Differentiable;
import ad4j.JavaFunction;
import ad4j.Plan;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Loops turn as often as Java's ints let them: each turn multiplies by the input. */
final class CountsTest {
  private static final int MOST = Integer.MAX_VALUE;
  private static final int LEAST = Integer.MIN_VALUE;

  static Stream<Arguments> loops() {
    return Stream.of(
        loop("until it is negative", 3, x -> untilNegative(x)),
        loop("up to the last int but one", 2, x -> upTo(x, MOST - 1)),
        loop("past all ints", 6, x -> upTo(x, MOST)),
        loop("by large steps", 2, x -> largeSteps(x, 1_500_000_000)),
        loop("by large steps past all ints", 15, x -> largeSteps(x, 2_100_000_000)),
        loop("from one", 3, x -> fromOne(x, 4)),
        loop("from one down to the least int", 0, x -> fromOne(x, LEAST)),
        loop("from large", 3, x -> fromLarge(x, 2_000_000_003)),
        loop("from large to negative", 0, x -> fromLarge(x, -2_000_000_000)),
        loop("an offset", 3, x -> withOffset(x, 4, 10)),
        loop("an offset past all ints", 3, x -> withOffset(x, MOST - 1, LEAST + 4)),
        loop("downwards", 1, x -> downwards(x, 7)),
        loop("downwards past all ints", 4, x -> downwards(x, 1_500_000_000)),
        loop("by steps of two to the length", 2, x -> everySecond(x)),
        loop("to another number than the bound", 3, x -> toAnother(x, LEAST + 1)));
  }

  private static Arguments loop(String what, int turns, JavaFunction.Of1 f) {
    return arguments(what, turns, Ad.function(f));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("loops")
  void turnsAreCountedAsTheyAre(String what, int turns, Differentiable f) {
    assertEquals(Plan.Way.COMPILED, f.plan().way(), what);
    double slope = (1 + turns) * Math.pow(2, turns);
    assertEquals(Math.pow(2, 1 + turns), f.value(2));
    assertArrayEquals(new double[] {slope}, f.gradient(2));
    assertArrayEquals(new double[] {slope}, f.valueAndGradient(2).gradient());
    assertArrayEquals(new double[] {slope}, f.jvp(new double[] {2}, new double[] {1}));
    assertArrayEquals(new double[] {slope}, f.vjp(new double[] {2}, new double[] {1}));
    double curvature = (1 + turns) * turns * Math.pow(2, turns - 1);
    assertArrayEquals(new double[] {curvature}, f.hvp(new double[] {2}, new double[] {1}));
  }

  private static double untilNegative(double x) {
    double y = x;
    for (int i = MOST - 2; i > 0; i++) {
      y *= x;
    }
    return y;
  }

  private static double upTo(double x, int last) {
    double y = x;
    int turns = 0;
    for (int i = MOST - 2; i <= last; i++) {
      y *= x;
      turns++;
      if (turns == 6) {
        break;
      }
    }
    return y;
  }

  private static double largeSteps(double x, int bound) {
    double y = x;
    for (int i = 0; i < bound; i += 1_000_000_000) {
      y *= x;
    }
    return y;
  }

  private static double fromOne(double x, int bound) {
    double y = x;
    for (int i = 1; i < bound; i++) {
      y *= x;
    }
    return y;
  }

  private static double fromLarge(double x, int bound) {
    double y = x;
    for (int i = 2_000_000_000; i < bound; i++) {
      y *= x;
    }
    return y;
  }

  private static double withOffset(double x, int first, int bound) {
    double y = x;
    for (int i = first; i + 3 < bound; i++) {
      y *= x;
    }
    return y;
  }

  private static double downwards(double x, int first) {
    double y = x;
    for (int i = first; i > LEAST + 1_000_000_000; i -= 1_900_000_000) {
      y *= x;
    }
    return y;
  }

  private static double everySecond(double x) {
    double y = x;
    double[] data = {1, 1, 1};
    for (int i = 0; i < data.length; i += 2) {
      y *= x * data[i];
    }
    return y;
  }

  private static double toAnother(double x, int bound) {
    double y = x;
    for (int i = MOST - 1; i != bound; i++) {
      y *= x;
    }
    return y;
  }
}
