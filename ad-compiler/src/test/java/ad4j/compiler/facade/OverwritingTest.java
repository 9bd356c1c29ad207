package ad4j.compiler.facade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ad4j.Ad;
import ad4j.Differentiable;
import ad4j.JavaFunction;
import ad4j.engine.Mode;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Gradients are overwritten, whatever was in the array, and whichever elements the function uses;
 * forward mode, which is not compiled, says what is right.
 */
final class OverwritingTest {
  private static double inner(double[] x) {
    double sum = 0;
    for (int i = 1; i < x.length - 1; i++) {
      sum += x[i] * x[i];
    }
    return sum;
  }

  private static double down(double[] x) {
    double sum = 0;
    for (int i = x.length - 1; i > 1; i--) {
      sum += x[i] * x[i - 1] * x[i];
    }
    return sum;
  }

  private static double apart(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length - 3; i++) {
      sum += x[i] * x[i + 3];
    }
    return sum;
  }

  private static double around(double[] x) {
    double sum = x[x.length - 1];
    for (int i = 0; i + 1 < x.length; i++) {
      sum += x[i] * x[i + 1];
    }
    return sum * x[0];
  }

  private static double twice(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * x[i];
    }
    for (int i = 0; i < x.length; i++) {
      sum += Math.sin(x[i]);
    }
    return sum;
  }

  private static double early(double[] x) {
    if (x[0] > 0) {
      return x[x.length - 1];
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * x[i];
    }
    return sum;
  }

  private static double half(double[] x) {
    double sum = x[0];
    for (int i = x.length / 2; i < x.length; i++) {
      sum += Math.exp(x[i]);
    }
    return sum;
  }

  private static double roots(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.sqrt(x[i]) * x[i];
    }
    return sum;
  }

  private static double three(double a, double b, double c) {
    double sum = a;
    for (int i = 0; i < 4; i++) {
      sum = sum * b + Math.sqrt(c) * a;
    }
    return sum;
  }

  static Stream<JavaFunction.OfArray> functions() {
    return Stream.of(
        OverwritingTest::inner,
        OverwritingTest::down,
        OverwritingTest::apart,
        OverwritingTest::around,
        OverwritingTest::twice,
        OverwritingTest::early,
        OverwritingTest::half);
  }

  private static double[] dirty(int length) {
    double[] gradient = new double[length];
    Arrays.fill(gradient, 7);
    return gradient;
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theGradientIsOverwritten(JavaFunction.OfArray function) {
    Differentiable f = Ad.function(function);
    Differentiable forward = f.in(Mode.FORWARD);
    Random random = new Random(3);
    for (int n = 1; n < 40; n++) {
      double[] x = random.doubles(n, -1, 1).toArray();
      double[] gradient = dirty(n);
      double[] expected = forward.gradient(x);
      assertEquals(f.value(x), f.valueAndGradient(x, gradient), 1e-12);
      assertArrayEquals(expected, gradient, 1e-12, "n = " + n);
      assertArrayEquals(expected, f.gradient(x), 1e-12, "n = " + n);
    }
  }

  @Test
  void theGradientByNumbersIsOverwritten() {
    Differentiable f = Ad.function(OverwritingTest::three);
    double[] x = {0.5, -2, 3};
    double[] gradient = dirty(3);
    f.valueAndGradient(x, gradient);
    assertArrayEquals(f.in(Mode.FORWARD).gradient(x), gradient, 1e-12);
  }

  /** At 0 the slope of the root is infinite, and what it is multiplied with 0. */
  @Test
  void whereALoopStoresNaNTheExactWayIsTaken() {
    Differentiable f = Ad.function(OverwritingTest::roots);
    for (int place = 0; place < 20; place++) {
      double[] x = new double[20];
      Arrays.fill(x, 4);
      x[place] = 0;
      double[] expected = new double[20];
      Arrays.fill(expected, 3);
      expected[place] = 0;
      double[] gradient = dirty(20);
      assertEquals(19 * 8, f.valueAndGradient(x, gradient));
      assertArrayEquals(expected, gradient, 1e-12, "0 at " + place);
      assertArrayEquals(expected, f.gradient(x), 1e-12, "0 at " + place);
    }
    Differentiable byNumbers = Ad.function(OverwritingTest::three);
    assertArrayEquals(
        byNumbers.in(Mode.FORWARD).gradient(0, 2, 0), byNumbers.gradient(0, 2, 0), 1e-12);
  }

  @Test
  void derivativesTooLargeToBeAddedUpAreRight() {
    Differentiable f =
        Ad.function((double[] x) -> 1.5e308 * x[0] + 1.5e308 * x[1] - 1.5e308 * x[2]);
    double[] gradient = dirty(3);
    assertEquals(0, f.valueAndGradient(new double[3], gradient));
    assertArrayEquals(new double[] {1.5e308, 1.5e308, -1.5e308}, gradient);
  }

  @Test
  void zerosHaveNoSign() {
    double[] gradient = Ad.function((double a, double b) -> -a * b).gradient(0, 0);
    for (double slope : gradient) {
      assertEquals(0, Double.doubleToRawLongBits(slope), () -> Arrays.toString(gradient));
    }
    double[] many = Ad.function(OverwritingTest::inner).gradient(1, -0.0, 1);
    assertEquals(0, Double.doubleToRawLongBits(many[1]), () -> Arrays.toString(many));
    assertEquals("compiled", Ad.function(OverwritingTest::three).plan().toString());
  }
}
