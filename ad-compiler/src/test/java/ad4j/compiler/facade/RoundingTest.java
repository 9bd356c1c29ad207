package ad4j.compiler.facade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ad4j.Ad;
import ad4j.Differentiable;
import ad4j.MixedFunction;
import ad4j.Plan;
import ad4j.Rounding;
import ad4j.Transform;
import ad4j.engine.Mode;
import ad4j.program.Printer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums of loops, reassociated and not. */
final class RoundingTest {
  private static final double[][] ROWS = rows(7, 37);
  private static final double EPSILON = Math.ulp(1.0);

  private static double[][] rows(int count, int length) {
    Random random = new Random(5);
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = random.doubles(length, -1, 1).toArray();
    }
    return rows;
  }

  private static double scores(double[] w, double[][] rows) {
    double total = 0;
    for (double[] row : rows) {
      double score = 0;
      for (int j = 0; j < w.length; j++) {
        score += w[j] * row[j];
      }
      total += score * score;
    }
    return total;
  }

  private static Differentiable strict() {
    double[][] rows = ROWS;
    return Ad.function((double[] w) -> scores(w, rows));
  }

  private static double[] point(int n) {
    return new Random(n).doubles(n, -1, 1).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 20, 37})
  void valuesAndDerivativesAreEqualButForRounding(int n) {
    double[] x = point(n);
    Differentiable strict = strict();
    Differentiable fast = strict.rounding(Rounding.FAST);
    // each score is off by at most n roundings of its terms, whose sum is less than n
    double bound = 4 * ROWS.length * n * n * EPSILON * Math.max(n, 1);
    assertEquals(scores(x, ROWS), strict.value(x));
    assertEquals(strict.value(x), fast.value(x), bound);
    assertEquals(strict.value(x), fast.valueAndGradient(x).value(), bound);
    assertArrayEquals(strict.gradient(x), fast.gradient(x), bound);
    double[] direction = point(n);
    assertEquals(strict.jvp(x, direction)[0], fast.jvp(x, direction)[0], bound, "jvp");
    assertArrayEquals(strict.hvp(x, direction), fast.hvp(x, direction), bound);
  }

  @Test
  void strictIsTheMethodItselfAndFastIsNot() {
    double[] x = point(37);
    Differentiable fast = strict().rounding(Rounding.FAST);
    assertNotEquals(scores(x, ROWS), fast.value(x));
    assertEquals(scores(x, ROWS), fast.rounding(Rounding.STRICT).value(x));
    assertEquals(scores(x, ROWS), strict().valueAndGradient(x).value());
  }

  @Test
  void thePlanSaysIt() {
    Differentiable fast = strict().rounding(Rounding.FAST);
    assertEquals("compiled", strict().plan().toString());
    assertEquals("compiled, with fast rounding", fast.plan().toString());
    assertEquals(Rounding.FAST, fast.in(Mode.REVERSE).plan().rounding());
  }

  @Test
  void programsAreShownAsTheyAreCompiled() {
    Differentiable fast = strict().rounding(Rounding.FAST);
    for (Transform transform : Transform.values()) {
      assertNotEquals(
          Printer.print(strict().program(transform)),
          Printer.print(fast.program(transform)),
          transform::name);
    }
  }

  @Test
  void whatIsNotCompiledIsStrict() {
    Differentiable onReals = Ad.univariate(x -> x.times(x));
    assertSame(onReals, onReals.rounding(Rounding.FAST));
    assertEquals(Plan.Way.RECORDED, onReals.plan().way());
    assertEquals(Rounding.STRICT, onReals.plan().rounding());
  }

  @Test
  void aFunctionOfSeveralArgumentsIsRoundedSo() {
    MixedFunction strict = Ad.function((double[] w, double[][] rows) -> scores(w, rows), 0);
    MixedFunction fast = strict.rounding(Rounding.FAST);
    double[] x = point(37);
    assertEquals("compiled", strict.plan(x, ROWS).toString());
    assertEquals("compiled, with fast rounding", fast.plan(x, ROWS).toString());
    assertEquals(strict.value(x, ROWS), strict.valueAndGradient(x, ROWS).value());
    assertNotEquals(strict.value(x, ROWS), fast.valueAndGradient(x, ROWS).value());
    assertArrayEquals(
        (double[]) strict.gradient(x, ROWS).getFirst(),
        (double[]) fast.gradient(x, ROWS).getFirst(),
        1e-12);
  }

  @Test
  void whatTheMethodThrowsIsThrown() {
    Differentiable fast = strict().rounding(Rounding.FAST);
    double[] x = point(38); // longer than the rows
    assertThrows(ArrayIndexOutOfBoundsException.class, () -> fast.value(x));
    assertThrows(ArrayIndexOutOfBoundsException.class, () -> fast.gradient(x));
  }
}
