package ad4j.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.op.Arithmetic;
import ad4j.op.Operators;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReassociateTest {
  private static final ProgramParser PARSER =
      new ProgramParser(new Operators(List.of(new Arithmetic())));

  /** The sum of x[i]^2. */
  private static final String SQUARES =
      """
      program f(x: f64[]) -> f64
      b0(x: f64[]):
        %0 = length x
        jump b1(0.0, 0)
      b1(sum: f64, i: i32):
        %1 = at_least i, %0
        branch %1 b2 b3
      b2:
        return sum
      b3:
        %2 = load x, i
        %3 = mul %2, %2
        %4 = add sum, %3
        %5 = add.i32 i, 1
        jump b1(%4, %5)
      """;

  /** A loop over x whose turn is given, from a sum and another number, %2 being the element. */
  private static String loop(String turn, String sum, String other) {
    return """
    program f(x: f64[]) -> f64
    b0(x: f64[]):
      %%0 = length x
      jump b1(0.25, 0.5, 0)
    b1(sum: f64, other: f64, i: i32):
      %%1 = at_least i, %%0
      branch %%1 b2 b3
    b2:
      %%100 = mul sum, 2.0
      %%101 = add %%100, other
      return %%101
    b3:
      %%2 = load x, i
    %s
      %%5 = add.i32 i, 1
      jump b1(%s, %s, %%5)
    """
        .formatted(turn.indent(2).stripTrailing(), sum, other);
  }

  private static Program parsed(String text) {
    return Verifier.verify(PARSER.parse(text));
  }

  private static Program fast(Program program) {
    return Verifier.verify(Simplify.simplify(Verifier.verify(Reassociate.of(program))));
  }

  private static double run(Program program, Object... arguments) {
    return (Double) Interpreter.run(program, arguments)[0];
  }

  private static void requireUnchanged(String text) {
    Program program = parsed(text);
    assertEquals(Printer.print(program), Printer.print(Reassociate.of(program)));
  }

  private static void requireChanged(String text) {
    Program program = parsed(text);
    assertNotEquals(Printer.print(program), Printer.print(Reassociate.of(program)));
  }

  @Test
  void fourTermsAreAddedInPairs() {
    assertEquals(
        """
        program f(x: f64[]) -> f64
        b0(x: f64[]):
          %0 = length x
          %1 = max.i32 %0, -2147483645
          %2 = sub.i32 %1, 3
          jump b1(0.0, 0)
        b1(sum: f64, i: i32):
          %3 = less i, %2
          branch %3 b2 b3(sum, i)
        b2:
          %4 = load x, i
          %5 = mul %4, %4
          %6 = add.i32 i, 1
          %7 = load x, %6
          %8 = mul %7, %7
          %9 = add.i32 %6, 1
          %10 = load x, %9
          %11 = mul %10, %10
          %12 = add.i32 %9, 1
          %13 = load x, %12
          %14 = mul %13, %13
          %15 = add.i32 %12, 1
          %16 = add %5, %8
          %17 = add %11, %14
          %18 = add %16, %17
          %19 = add sum, %18
          jump b1(%19, %15)
        b3(sum.1: f64, i.1: i32):
          %20 = at_least i.1, %0
          branch %20 b4 b5
        b4:
          return sum.1
        b5:
          %21 = load x, i.1
          %22 = mul %21, %21
          %23 = add sum.1, %22
          %24 = add.i32 i.1, 1
          jump b3(%23, %24)
        """,
        Printer.print(fast(parsed(SQUARES))));
  }

  @Test
  void sumsAreEqualButForRounding() {
    Program program = parsed(SQUARES);
    Program fast = fast(program);
    boolean differs = false;
    for (int n = 0; n <= 20; n++) {
      double[] x = new Random(n).doubles(n, -1, 1).map(v -> v * v * v * 1000).toArray();
      BigDecimal exact =
          Arrays.stream(x)
              .mapToObj(v -> new BigDecimal(v * v))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      double bound = Math.max(n - 1, 0) * Math.ulp(1.0) * exact.doubleValue(); // all are positive
      double sum = run(fast, (Object) x);
      assertTrue(exact.subtract(new BigDecimal(sum)).abs().doubleValue() <= bound, n + ": " + sum);
      differs |= sum != run(program, (Object) x);
    }
    assertTrue(differs, "nothing was reassociated");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%3 = sub sum, %2 ; %4 = add other, %2 | %3 | %4",
        "%3 = add %2, sum ; %6 = add %3, 3.0 ; %4 = sub %6, %2 ; %7 = sub other, %2 | %4 | %7",
        "%3 = sub sum, %2 ; %4 = sub %3, 0.5 ; %6 = sub %4, %2 ; %7 = add 1.0, other | %6 | %7",
        "%3 = add sum, 0.25 ; %4 = sub other, 0.75 | %3 | %4",
      })
  void allThatIsAddedCounts(String turn, String sum, String other) {
    String text = loop(turn.replace(" ; ", "\n"), sum, other);
    requireChanged(text);
    Program program = parsed(text);
    for (int n = 0; n <= 20; n++) {
      double[] x = new Random(n).ints(n, -50, 50).mapToDouble(k -> k).toArray(); // no rounding
      assertEquals(run(program, (Object) x), run(fast(program), (Object) x), turn + " for " + n);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%3 = add sum, %2 ; %4 = add other, %3 | %3 | %4",
        "%3 = add sum, %2 ; %4 = add other, sum | %3 | %4",
        "%3 = add sum, %2 ; %4 = add other, 1.0 | %3 | sum",
        "%3 = add sum, %2 ; %4 = mul other, %2 | %3 | %4",
        "%3 = add sum, sum ; %4 = add other, %2 | %3 | %4",
        "%3 = sub %2, sum ; %4 = add other, %2 | %3 | %4",
        "%3 = mul sum, %2 ; %4 = add other, %2 | %3 | %4",
        "%3 = div 1.0, %2 ; %4 = add sum, %3 | %4 | other",
        "%3 = add sum, %2 ; store x, i, %3 | %3 | other",
        "%3 = add sum, %2 ; store x, i, 0.0 | %3 | other",
        "%3 = add sum, 1.0 ; %4 = add %3, %2 ; %6 = mul %3, %2 ; %7 = add other, %6 | %4 | %7",
      })
  void whatElseUsesASumOrTakesLongIsLeftAlone(String turn, String sum, String other) {
    requireUnchanged(loop(turn.replace(" ; ", "\n"), sum, other));
  }

  @Test
  void aLoopThatIsLeftEarlyIsLeftAlone() {
    requireUnchanged(
        """
        program f(x: f64[], n: i32) -> f64
        b0(x: f64[], n: i32):
          jump b1(0.0, 0)
        b1(sum: f64, i: i32):
          %0 = at_least i, n
          branch %0 b4(sum) b2
        b2:
          %1 = load x, i
          %2 = less %1, 0.0
          branch %2 b4(0.0) b3
        b3:
          %3 = add sum, %1
          %4 = add.i32 i, 1
          jump b1(%3, %4)
        b4(result: f64):
          return result
        """);
  }

  @Test
  void aLoopWithBranchesIsLeftAlone() {
    requireUnchanged(
        """
        program f(x: f64[], n: i32) -> f64
        b0(x: f64[], n: i32):
          jump b1(0.0, 0)
        b1(sum: f64, i: i32):
          %0 = at_least i, n
          branch %0 b2 b3
        b2:
          return sum
        b3:
          %1 = load x, i
          %2 = less %1, 0.0
          branch %2 b4(1.0) b4(%1)
        b4(term: f64):
          %3 = add sum, term
          %4 = add.i32 i, 1
          jump b1(%3, %4)
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%0 = equal i, n", // may never come
        "%0 = at_least i, i", // no bound that stays
        "%0 = at_most i, n", // counts the other way
      })
  void aLoopThatDoesNotCountTowardsItsBoundIsLeftAlone(String test) {
    requireUnchanged(counting(test, "add.i32 i, 1").replace("n: i32, m: i32", "m: i32, n: i32"));
  }

  /** How often a loop from {@code m} turns. */
  private static String counting(String test, String step) {
    return """
    program f(m: i32, n: i32) -> f64
    b0(m: i32, n: i32):
      jump b1(0.0, m)
    b1(sum: f64, i: i32):
      %s
      branch %%0 b2 b3
    b2:
      return sum
    b3:
      %%1 = add sum, 1.0
      %%2 = %s
      jump b1(%%1, %%2)
    """
        .formatted(test, step);
  }

  @ParameterizedTest
  @CsvSource({
    "%0 = at_least i, n, 1, 1",
    "%0 = greater i, n, 1, 1",
    "%0 = at_least i, n, 3, 1",
    "%0 = greater i, n, 7, 1",
    "%0 = at_most n, i, 2, 1",
    "%0 = at_most i, n, -1, -1",
    "%0 = less i, n, -1, -1",
    "%0 = less i, n, -5, -1",
    "%0 = greater n, i, -2, -1",
  })
  void aLoopTurnsAsOftenAsItDid(String relation, String operand, int step, int direction) {
    String text = counting(relation + ", " + operand, "add.i32 i, " + step);
    requireChanged(text);
    Program program = parsed(text);
    Program fast = fast(program);
    int far = Integer.MAX_VALUE - Math.abs(step) - 1;
    for (int around : new int[] {0, far - 25, -far + 25, 1000}) {
      for (int count = -2; count <= 20; count++) {
        int to = around + direction * count;
        assertEquals(run(program, around, to), run(fast, around, to), around + " to " + to);
      }
    }
    for (int k = 0; k < 3; k++) { // no turns, or one: short of such a bound nothing is
      int to = direction > 0 ? Integer.MIN_VALUE + k : Integer.MAX_VALUE - k;
      for (int from : new int[] {direction * (Integer.MAX_VALUE - 40), to}) {
        assertEquals(run(program, from, to), run(fast, from, to), from + " to " + to);
      }
    }
  }

  @Test
  void whatIsNotFiniteStaysSo() {
    Program program = parsed(loop("%3 = add sum, %2", "%3", "other"));
    Program fast = fast(program);
    double infinity = Double.POSITIVE_INFINITY;
    for (int n = 1; n <= 9; n++) {
      for (int at = 0; at < n; at++) {
        double[] x = new double[n];
        for (double odd : new double[] {Double.NaN, infinity, -infinity}) {
          x[at] = odd;
          assertEquals(run(program, (Object) x), run(fast, (Object) x), Arrays.toString(x));
        }
        x[n - 1 - at] = infinity; // meets its opposite, but in the middle
        assertEquals(run(program, (Object) x), run(fast, (Object) x), Arrays.toString(x));
      }
    }
  }

  @Test
  void aFailureIsThatOfTheSameElement() {
    Program program =
        parsed(
            SQUARES
                .replace("f(x: f64[])", "f(x: f64[], n: i32)")
                .replace("b0(x: f64[])", "b0(x: f64[], n: i32)")
                .replace("%0 = length x", "%0 = add.i32 n, 0"));
    Program fast = fast(program);
    for (int n = 1; n <= 9; n++) {
      double[] x = new double[n - 1];
      int bound = n;
      String expected = message(() -> run(program, x, bound));
      assertEquals(expected, message(() -> run(fast, x, bound)));
    }
  }

  private static String message(Runnable run) {
    try {
      run.run();
      return "none";
    } catch (IndexOutOfBoundsException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void innerLoopsAreReassociatedAndRoutinesToo() {
    Routine routine = new Routine("inner", List.of(Type.F64_ARRAY), List.of(Type.F64));
    routine.define(parsed(SQUARES));
    ProgramBuilder builder = new ProgramBuilder("outer", List.of(Type.F64));
    Value x = builder.parameter(Type.F64_ARRAY, "x");
    builder.giveBack(List.of(builder.append(new Op.Call(routine), Type.F64, x)));
    Program fast = Reassociate.of(Verifier.verify(builder.build()));
    assertTrue(Printer.print(fast).contains("2147483645"), () -> Printer.print(fast));
    assertEquals(55.0, run(fast, (Object) new double[] {1, 2, 3, 4, 5}));
  }
}
