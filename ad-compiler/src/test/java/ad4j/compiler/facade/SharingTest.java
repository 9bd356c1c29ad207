package ad4j.compiler.facade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ad4j.Ad;
import ad4j.Differentiable;
import ad4j.MixedFunction;
import ad4j.Plan;
import ad4j.engine.Mode;
import ad4j.error.ShapeException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Arrays that are the same, given to a function or made so by it. */
final class SharingTest {
  @Test
  void aFunctionStoresTheSameRowTwice() {
    Differentiable f = Ad.function(SharingTest::sameRows);
    // b = x0 x1, stored by one row and read by the other
    assertEquals(2 * 3 * 2 + 5, f.value(2, 3));
    for (Differentiable way : List.of(f, f.in(Mode.FORWARD))) {
      assertArrayEquals(new double[] {2 * 2 * 3, 4}, way.gradient(2, 3));
      assertArrayEquals(new double[] {12}, way.jvp(new double[] {2, 3}, new double[] {1, 0}));
    }
    assertArrayEquals(new double[] {6, 4}, f.hvp(new double[] {2, 3}, new double[] {1, 0}));
  }

  private static double sameRows(double[] x) {
    double[][] rows = new double[2][2];
    rows[1] = rows[0];
    rows[0][0] = x[0];
    rows[1][0] *= x[1];
    rows[1][1] = 5;
    return rows[0][0] * x[0] + rows[0][1];
  }

  @Test
  void aCapturedArrayHoldsTheSameRowTwice() {
    double[] row = {1, 1};
    double[][] rows = {row, row};
    Differentiable f =
        Ad.function(
            (double[] x) -> {
              rows[0][0] = x[0];
              rows[1][0] *= x[1];
              return rows[0][0] * x[0];
            });
    assertEquals(Plan.Way.COMPILED, f.plan().way());
    assertEquals(12, f.value(2, 3));
    for (Differentiable way : List.of(f, f.in(Mode.FORWARD), f.in(Mode.REVERSE))) {
      assertArrayEquals(new double[] {12, 4}, way.gradient(2, 3));
      assertArrayEquals(new double[] {12}, way.jvp(new double[] {2, 3}, new double[] {1, 0}));
    }
    assertArrayEquals(new double[] {6, 4}, f.hvp(new double[] {2, 3}, new double[] {1, 0}));
  }

  @Test
  void theSameArrayIsCapturedTwiceAndStoredTo() {
    double[] a = {1};
    double[] b = a;
    Differentiable f =
        Ad.function(
            (double[] x) -> {
              a[0] = x[0] * x[0];
              return b[0] * x[0];
            });
    assertEquals(8, f.value(2));
    refusesAll(f);
    double[][] rows = {{1}, {2}};
    double[] second = rows[1];
    refusesAll(
        Ad.function(
            (double[] x) -> {
              second[0] = x[0] * x[0];
              return rows[1][0];
            }));
    Differentiable reads = Ad.function((double[] x) -> a[0] * x[0] * b[0] + rows[1][0] * second[0]);
    assertEquals(a[0] * a[0], reads.gradient(2)[0], "nothing is stored");
  }

  private static void refusesAll(Differentiable f) {
    refuses("the function is given the same array twice, and stores to it", () -> f.gradient(2));
    double[] one = {1};
    for (Executable call :
        List.<Executable>of(
            () -> f.valueAndGradient(2),
            () -> f.jvp(one, one),
            () -> f.vjp(one, one),
            () -> f.hvp(one, one),
            () -> f.hessian(one),
            () -> f.in(Mode.FORWARD).gradient(one))) {
      refuses("the function is given the same array twice, and stores to it", call);
    }
  }

  private static void refuses(String what, Executable call) {
    assertEquals(what, assertThrows(ShapeException.class, call).what());
  }

  @Test
  void anArgumentHoldsTheSameRowTwice() {
    MixedFunction storing = Ad.function(SharingTest::storing);
    double[] row = {3, 4};
    double[][] same = {row, row};
    double expected = storing(new double[][] {row.clone(), row.clone()}, 2.0);
    assertEquals(12, expected);
    double[] copy = row.clone();
    assertEquals(24, storing(new double[][] {copy, copy}, 2.0));
    assertEquals(24, storing.value(same, 2.0), "as the method has it");
    assertEquals(List.of(36.0), storing.wrt(1).gradient(same, 2.0));
    refuses(
        "an array of arrays holds the same array twice, and is stored to",
        () -> storing.gradient(same, 2.0));
    assertArrayEquals(new double[] {3, 4}, row);
    MixedFunction reading = Ad.function((double[][] m, Double y) -> m[0][0] * m[1][0] * y);
    double[][] slopes = (double[][]) reading.gradient(same, 2.0).get(0);
    assertArrayEquals(new double[][] {{6, 0}, {6, 0}}, slopes, "one place after the other");
  }

  private static double storing(double[][] m, double y) {
    m[0][0] = m[0][0] * y;
    m[1][1] = m[1][0] * y;
    return m[0][0] == 6 && m[1][0] == 3 ? 2 * m[1][1] : m[0][1] * y;
  }

  @Test
  void argumentsOfThreeDimensionsAreLeftAsTheyAre() {
    MixedFunction f =
        Ad.function(
            (double[][][] m, int[][] places) -> {
              m[0][0][0] *= m[1][0][places[0][0]];
              places[0][0] = 7;
              return m[0][0][0];
            });
    double[][][] m = {{{2}}, {{3, 5}}};
    int[][] places = {{1}};
    assertEquals(10, f.value(m, places));
    double[][][] slopes = (double[][][]) f.gradient(m, places).get(0);
    assertEquals(5, slopes[0][0][0]);
    assertEquals(2, slopes[1][0][1]);
    assertEquals(2, m[0][0][0]);
    assertEquals(1, places[0][0]);
  }

  @Test
  void derivativesAreThoseOfOneCallWhateverItStoresToWhatItCaptured() {
    double[] sums = new double[6];
    Differentiable f =
        Ad.function(
            (double[] w) -> {
              double s = 0;
              for (int i = 0; i < w.length; i++) {
                sums[i] += w[i] * w[i];
                s += sums[i] * sums[i];
              }
              return s;
            });
    double[] x = {1, 2, 3, 4, 5, 6};
    double[][] hessian = f.hessian(x);
    for (int i = 0; i < x.length; i++) {
      assertEquals(12 * x[i] * x[i], hessian[i][i], 1e-12);
    }
    assertArrayEquals(new double[6], sums);
    assertEquals(4 * 27, f.gradient(x)[2], 1e-12);
    assertEquals(4 * 27, f.valueAndGradient(x).gradient()[2], 1e-12);
    assertEquals(108, f.hvp(x, new double[] {0, 0, 1, 0, 0, 0})[2], 1e-12);
    assertArrayEquals(new double[6], sums);
    assertEquals(1 + 16 + 81 + 256 + 625 + 1296, f.value(x));
    assertEquals(9, sums[2]);
  }

  @Test
  void jacobiansAreThoseOfOneCallWhateverItStoresToWhatItCaptured() {
    double[] count = {1};
    Differentiable f =
        Ad.function(
            (double[] w) -> {
              count[0] += 1;
              return new double[] {count[0] * w[0], count[0] * w[1], w[0] * w[1]};
            });
    assertArrayEquals(new double[] {2, 0}, f.jacobian(new double[] {5, 7})[0]);
    assertArrayEquals(new double[] {0, 2}, f.jacobian(new double[] {5, 7})[1]);
    assertArrayEquals(new double[] {2, 2}, f.vjp(new double[] {5, 7}, new double[] {1, 1, 0}));
    assertEquals(1, count[0]);
  }

  @Test
  void theExactWayBeginsFromWhatWasCaptured() {
    double[] count = {1};
    Differentiable f =
        Ad.function(
            (double[] w) -> {
              count[0] += 1;
              return count[0] * Math.sqrt(w[0]) * w[1] + count[0] * w[2];
            });
    assertArrayEquals(new double[] {0, 0, 2}, f.gradient(0, 0, 1));
    assertEquals(2, f.valueAndGradient(0, 0, 1).value());
    assertEquals(1, count[0]);
  }
}
