package ad4j.compiler.facade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.Ad;
import ad4j.Differentiable;
import ad4j.engine.Mode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Points that are out of the way. */
final class InputsTest {
  private static final double[] EDGES = {
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    -2.5,
    1e300,
    -1e-300,
    Double.MIN_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  @Test
  void noInputsAtAll() {
    Differentiable f = Ad.function(Models::rosenbrock);
    assertEquals(0, f.value());
    assertArrayEquals(new double[0], f.gradient(new double[0]));
    assertEquals(0, f.valueAndGradient().value());
    assertEquals(0, f.valueAndGradient(new double[0], new double[0]));
    assertEquals(0, f.hessian().length);
    assertEquals(0, f.hvp(new double[0], new double[0]).length);
    assertArrayEquals(new double[] {0}, f.jvp(new double[0], new double[0]));
    assertEquals(1, f.jacobian().length);
    assertEquals(0, f.jacobian()[0].length);
  }

  @Test
  void noResults() {
    Differentiable f = Ad.function((double[] x) -> new double[0]);
    assertEquals(0, f.values(1, 2).length);
    assertEquals(0, f.jacobian(1, 2).length);
    assertArrayEquals(new double[2], f.vjp(new double[] {1, 2}, new double[0]));
  }

  @Test
  void valuesAreThoseOfTheMethodToTheLastBit() {
    Differentiable f = Ad.function(InputsTest::mixture);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200; i++) {
      double a = i < 144 ? EDGES[i / 12] : random.nextDouble(-9, 9);
      double b = i < 144 ? EDGES[i % 12] : random.nextDouble(-9, 9);
      long expected = Double.doubleToLongBits(mixture(a, b));
      String point = a + ", " + b;
      assertEquals(expected, Double.doubleToLongBits(f.value(a, b)), point);
      assertEquals(expected, Double.doubleToLongBits(f.valueAndGradient(a, b).value()), point);
      double into = f.valueAndGradient(new double[] {a, b}, new double[2]);
      assertEquals(expected, Double.doubleToLongBits(into), point);
      double forward = f.in(Mode.FORWARD).valueAndGradient(a, b).value();
      assertEquals(expected, Double.doubleToLongBits(forward), point);
    }
  }

  static double mixture(double a, double b) {
    double y = Math.sin(a) * Math.exp(-b * b) + StrictMath.cos(a);
    if (a < b) {
      y -= Math.max(a, b) / 3;
    } else if (!(a >= b)) {
      y = 7;
    }
    for (int i = 0; i < 3; i++) {
      y = Math.fma(y, 0.3, Math.abs(a) % 2) + Math.sqrt(Math.abs(y));
    }
    return Math.min(y, 1e9) + Math.atan2(b, a);
  }

  @Test
  void zeroTimesAnInfiniteSlopeIsZero() {
    Differentiable f = Ad.function((double x) -> Math.sqrt(x) * x);
    assertArrayEquals(new double[] {0}, f.in(Mode.FORWARD).gradient(0), "forward");
    assertArrayEquals(new double[] {0}, f.gradient(0), "reverse");
    assertEquals(0, f.valueAndGradient(new double[] {0}, new double[1]));
    Differentiable masked = Ad.function((double[] x) -> Math.log(x[0]) * 0 + x[1]);
    assertEquals(1, masked.gradient(2, 5)[1]);
  }

  @Test
  void unusedInputsAndConstants() {
    assertArrayEquals(new double[3], Ad.function((double[] x) -> 7).gradient(1, 2, 3));
    assertArrayEquals(new double[] {0, 1}, Ad.function((double a, double b) -> b).gradient(1, 2));
    assertArrayEquals(new double[2][2], Ad.function((double a, double b) -> 2 * b).hessian(1, 2));
    assertArrayEquals(new double[] {2}, Ad.function((double a) -> a + a).gradient(1));
  }

  @Test
  void tiesAreSharedAlikeByModesAndByRecording() {
    Differentiable max = Ad.function((double a, double b) -> Math.max(a, b));
    Differentiable min = Ad.function((double a, double b) -> Math.min(a, b));
    Differentiable abs = Ad.function((double a) -> Math.abs(a));
    var tape = Ad.multivariate(x -> Ad.operator("max").of(x[0], x[1]));
    assertArrayEquals(tape.gradient(2, 2), max.gradient(2, 2), "max");
    var other = Ad.multivariate(x -> Ad.operator("min").of(x[0], x[1]));
    assertArrayEquals(other.gradient(2, 2), min.gradient(2, 2), "min");
    var size = Ad.univariate(x -> Ad.operator("abs").of(x));
    assertArrayEquals(size.gradient(0), abs.gradient(0), "abs");
    assertArrayEquals(max.gradient(2, 2), max.in(Mode.FORWARD).gradient(2, 2));
    assertArrayEquals(min.gradient(2, 2), min.in(Mode.FORWARD).gradient(2, 2));
    assertArrayEquals(abs.gradient(0), abs.in(Mode.FORWARD).gradient(0));
  }

  @Test
  void slopesThatAreNotFiniteAreThoseOfTheRules() {
    Differentiable f = Ad.function((double a) -> Math.sqrt(a));
    assertArrayEquals(new double[] {Double.POSITIVE_INFINITY}, f.gradient(0));
    assertTrue(Double.isNaN(Ad.function((double a) -> a * a).gradient(Double.NaN)[0]));
    double[] slopes =
        Ad.function((double a, double b) -> a * b).gradient(Double.POSITIVE_INFINITY, 0);
    assertArrayEquals(new double[] {0, Double.POSITIVE_INFINITY}, slopes);
  }
}
