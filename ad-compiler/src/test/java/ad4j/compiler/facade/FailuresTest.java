package ad4j.compiler.facade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ad4j.Ad;
import ad4j.Differentiable;
import ad4j.MixedFunction;
import ad4j.Plan;
import ad4j.engine.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a method throws, all its derivatives do, the same, whether or not they need what fails. */
final class FailuresTest {
  /** Functions which throw at two inputs, and do not at four. */
  static Stream<Arguments> functions() {
    int[] places = {0, 1};
    return Stream.of(
        arguments("an element", Ad.function(FailuresTest::element)),
        arguments("an element of a condition", Ad.function(FailuresTest::condition)),
        arguments("a sum of nothing", Ad.function(FailuresTest::sum)),
        arguments("a sum downwards", Ad.function(FailuresTest::downwards)),
        arguments("a nest of loops", Ad.function(FailuresTest::nest)),
        arguments("some turns only", Ad.function(FailuresTest::someTurns)),
        arguments("a loop that is left", Ad.function(FailuresTest::left)),
        arguments("a quotient", Ad.function(FailuresTest::quotient)),
        arguments("a remainder of longs", Ad.function(FailuresTest::remainder)),
        arguments("a negative length", Ad.function(FailuresTest::negative)),
        arguments("a length of rows", Ad.function(FailuresTest::negativeRows)),
        arguments("no array", Ad.function(FailuresTest::none)),
        arguments("a row", Ad.function(FailuresTest::row)),
        arguments("a call", Ad.function(FailuresTest::call)),
        arguments("recursion", Ad.function(FailuresTest::recursion)),
        arguments("throw", Ad.function(FailuresTest::explicit)),
        arguments("throw before the element", Ad.function(FailuresTest::throwBefore)),
        arguments("an index out of a table", Ad.function((double[] x) -> table(x, places))),
        arguments("a result", Ad.function(FailuresTest::results)),
        arguments("a result that is written", Ad.function(FailuresTest::written, 1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void everyDerivativeThrowsAsTheMethodDoes(String what, Differentiable f) {
    assertEquals(Plan.Way.COMPILED, f.plan().way());
    double[] x = {1.5, -0.5};
    Exception own = assertThrows(Exception.class, () -> f.values(x));
    boolean scalar = f.values(1, 2, 3, 4).length == 1;
    double[] other = {1, 0};
    for (Differentiable way : List.of(f, f.in(Mode.FORWARD), f.in(Mode.REVERSE))) {
      assertSame(own, () -> way.jvp(x, other));
      assertSame(own, () -> way.vjp(x, new double[scalar ? 1 : 2]));
      assertSame(own, () -> way.jacobian(x));
      if (scalar) {
        assertSame(own, () -> way.gradient(x));
        assertSame(own, () -> way.valueAndGradient(x));
        assertSame(own, () -> way.valueAndGradient(x, new double[2]));
        assertSame(own, () -> way.hvp(x, other));
        assertSame(own, () -> way.hessian(x));
      }
    }
    double[][] slopes = f.jacobian(1, 2, 3, 4);
    assertArrayEquals(new double[] {2, 1, 0, 0}, slopes[0], what);
  }

  private static void assertSame(Exception expected, Executable call) {
    Exception actual = assertThrows(expected.getClass(), call);
    assertEquals(expected.getMessage(), actual.getMessage());
  }

  private static double element(double[] x) {
    double _ = x[3];
    return x[0] * x[1];
  }

  private static double condition(double[] x) {
    if (x[x.length / 2 + x.length / 4 + 1 - x.length / 4 * 2] > 0) {}
    return x[0] * x[1];
  }

  private static double sum(double[] x) {
    double unused = 0;
    for (int i = 0; i <= 3; i++) {
      unused += x[i];
    }
    return x[0] * x[1];
  }

  private static double downwards(double[] x) {
    double unused = 0;
    for (int i = 4; i > 0; i -= 2) {
      unused += x[i - 1];
    }
    return x[0] * x[1];
  }

  private static double nest(double[] x) {
    double unused = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < 4; j++) {
        unused += x[i] * x[j];
      }
    }
    return x[0] * x[1];
  }

  private static double someTurns(double[] x) {
    double unused = 0;
    for (int i = 0; i < 4; i++) {
      if (i % 3 == 2) {
        unused += x[i];
      }
    }
    return x[0] * x[1];
  }

  private static double left(double[] x) {
    double unused = 0;
    for (int i = 0; i < 9; i++) {
      unused += x[i];
      if (i == 3) {
        break;
      }
    }
    return x[0] * x[1];
  }

  private static double quotient(double[] x) {
    int _ = 7 / (x.length - 2);
    return x[0] * x[1];
  }

  private static double remainder(double[] x) {
    long unused = 0;
    for (long i = 0; i < 3; i++) {
      unused = i % (x.length - 2);
    }
    return x[0] * x[1];
  }

  private static double negative(double[] x) {
    double[] unused = new double[x.length - 3];
    return x[0] * x[1] + 0 * unused.length;
  }

  private static double negativeRows(double[] x) {
    double[][] _ = new double[2][x.length - 3];
    return x[0] * x[1];
  }

  private static double none(double[] x) {
    double[] unused = x.length > 2 ? x : null;
    for (int i = 0; i < unused.length; i++) {}
    return x[0] * x[1];
  }

  private static double row(double[] x) {
    double[][] rows = {{1, 2}, {3}, x};
    double unused = 0;
    for (int i = 0; i < rows.length; i++) {
      unused += rows[i][rows[i].length - 1];
      unused += rows[2][i];
    }
    return x[0] * x[1];
  }

  private static double call(double[] x) {
    double _ = third(x);
    return x[0] * x[1];
  }

  private static double third(double[] x) {
    return x[2];
  }

  private static double recursion(double[] x) {
    return x[0] * x[1] + down(x, 3);
  }

  private static double down(double[] x, int i) {
    double _ = x[i];
    return i == 0 ? 0 : down(x, i - 1);
  }

  private static double explicit(double[] x) {
    for (int i = 0; i < x.length; i++) {
      if (x[i] < 0) {
        throw new IllegalStateException("negative: " + x[i]);
      }
    }
    return x[0] * x[1];
  }

  private static double throwBefore(double[] x) {
    double unused = 0;
    for (int i = 0; i < 4; i++) {
      if (i < x.length && x[i] < 0) {
        throw new IllegalStateException("negative");
      }
      unused += x[i];
    }
    return x[0] * x[1];
  }

  private static double table(double[] x, int[] places) {
    double unused = 0;
    for (int i = 0; i < 2; i++) {
      unused += x[places[i] + 2];
    }
    return x[0] * x[1];
  }

  private static double[] results(double[] x) {
    double _ = x[2];
    return new double[] {x[0] * x[1], x[0]};
  }

  private static void written(double[] x, double[] y) {
    double _ = x[2];
    y[0] = x[0] * x[1];
  }

  @Test
  void loopsThatDoNotTurnReadNothing() {
    Differentiable f =
        Ad.function(
            (double[] x) -> {
              double unused = 0;
              for (int i = 4; i < x.length; i++) {
                for (int j = 7; j < 9; j++) {
                  unused += x[j];
                }
              }
              return x[0] * x[0];
            });
    assertArrayEquals(new double[] {6}, f.gradient(3));
    assertThrows(ArrayIndexOutOfBoundsException.class, () -> f.gradient(new double[5]));
    double[] nine = new double[9];
    nine[0] = 2;
    assertEquals(4, f.gradient(nine)[0]);
  }

  @Test
  void aSumOverCapturedDataThatIsTooShort() {
    double[] data = {1, 2};
    Differentiable f =
        Ad.function(
            (double[] w) -> {
              double sum = 0;
              for (int i = 0; i < w.length; i++) {
                sum += w[i] * w[i] + data[i];
              }
              return sum;
            });
    assertArrayEquals(new double[] {2, 4}, f.gradient(1, 2));
    assertThrows(ArrayIndexOutOfBoundsException.class, () -> f.gradient(1, 2, 3));
    assertArrayEquals(new double[0], f.gradient(new double[0]));
  }

  @Test
  void argumentsOfAnyKind() {
    MixedFunction f =
        Ad.function(
            (Double a, double[][] m, int[] places) -> {
              double _ = m[1][places[2]];
              return a * m[0][0];
            });
    double[][] m = {{2}, {3, 4}};
    assertEquals(List.of(2.0), f.wrt(0).gradient(3.0, m, new int[] {9, 9, 1}));
    assertThrows(
        ArrayIndexOutOfBoundsException.class, () -> f.gradient(3.0, m, new int[] {0, 0, 2}));
    assertThrows(ArrayIndexOutOfBoundsException.class, () -> f.gradient(3.0, m, new int[2]));
    assertThrows(NullPointerException.class, () -> f.gradient(3.0, m, null));
    double[][] hole = {{2}, null};
    assertThrows(NullPointerException.class, () -> f.wrt(0).gradient(3.0, hole, new int[3]));
  }

  @Test
  void anArgumentIsLeftAsItIsWhereTheMethodThrows() {
    MixedFunction f =
        Ad.function(
            (double[] x, Double y) -> {
              x[0] = x[0] * x[0];
              return x[0] * x[1] * y;
            });
    double[] x = {3};
    assertThrows(ArrayIndexOutOfBoundsException.class, () -> f.gradient(x, 2.0));
    assertEquals("[3.0]", Arrays.toString(x));
  }
}
