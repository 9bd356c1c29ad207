package ad4j.compiler.facade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ad4j.Ad;
import ad4j.Differentiable;
import org.junit.jupiter.api.Test;

/** Slopes of what {@link Math} has for the bits of numbers. */
final class MathTest {
  @Test
  void scalingByAPowerOfTwo() {
    Differentiable f = Ad.function((double x) -> Math.scalb(x * x, 3) + StrictMath.scalb(x, -1));
    assertArrayEquals(new double[] {48.5}, f.gradient(3));
    assertArrayEquals(new double[][] {{16}}, f.hessian(3));
    assertEquals("compiled", f.plan().toString());
    Differentiable byLoop =
        Ad.function(
            (double[] x) -> {
              double sum = 0;
              for (int i = 0; i < x.length; i++) {
                sum += Math.scalb(x[i], i);
              }
              return sum;
            });
    assertArrayEquals(new double[] {1, 2, 4}, byLoop.gradient(5, 6, 7));
  }

  @Test
  void neighboursHaveTheSlopeOfTheNumber() {
    Differentiable f = Ad.function((double x, double y) -> Math.nextAfter(x * x, y));
    assertArrayEquals(new double[] {6, 0}, f.gradient(3, 1));
    assertArrayEquals(
        new double[] {5},
        Ad.function((double x) -> Math.nextUp(3 * x) + Math.nextDown(2 * x)).gradient(1));
    assertArrayEquals(
        new double[] {4},
        Ad.function((double x) -> 4 * x + Math.ulp(x) + Math.getExponent(x)).gradient(1));
  }
}
