package ad4j.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.op.Arithmetic;
import ad4j.op.Operators;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs for an array of a known length. */
final class SpecializeTest {
  private static final ProgramParser PARSER =
      new ProgramParser(new Operators(List.of(new Arithmetic())));

  /** The sum of squares. */
  private static final String SQUARES =
      """
      program f(x: f64[]) -> f64
      b0(x: f64[]):
        jump b1(0.0, 0)
      b1(sum: f64, i: i32):
        %0 = length x
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

  /** In each turn, one of two terms, and the number of times that it was the first. */
  private static final String TERMS =
      """
      program f(x: f64[], y: f64) -> f64
      b0(x: f64[], y: f64):
        jump b1(0.0, 0)
      b1(sum: f64, i: i32):
        %0 = length x
        %1 = at_least i, %0
        branch %1 b2 b3
      b2:
        return sum
      b3:
        %2 = load x, i
        %3 = greater %2, y
        branch %3 b4 b5(y, 2)
      b4:
        %4 = mul %2, %2
        jump b5(%4, 1)
      b5(term: f64, step: i32):
        %5 = add sum, term
        %6 = add.i32 i, 1
        jump b1(%5, %6)
      """;

  private static Program special(String text, int length) {
    Program special = Specialize.of(PARSER.parse(text), length);
    assertNotNull(special, text);
    return Verifier.verify(special);
  }

  private static void requireSame(String text, int length, Object... more) {
    Program before = PARSER.parse(text);
    Program after = special(text, length);
    for (int sign = -1; sign <= 1; sign += 2) {
      double[] x = new double[length];
      int own = sign;
      Arrays.setAll(x, i -> (0.75 - 0.5 * (i % 3)) * (i + 1) * own);
      assertArrayEquals(
          Interpreter.run(before, given(x, more)),
          Interpreter.run(after, given(x, more)),
          () -> Printer.print(after));
    }
  }

  private static Object[] given(double[] x, Object... more) {
    Object[] all = new Object[1 + more.length];
    all[0] = x.clone();
    System.arraycopy(more, 0, all, 1, more.length);
    return all;
  }

  @Test
  void aLoopIsUnrolled() {
    assertEquals(
        """
        program f(x: f64[]) -> f64
        b0(x: f64[]):
          %0 = load x, 0
          %1 = mul %0, %0
          %2 = add 0.0, %1
          %3 = load x, 1
          %4 = mul %3, %3
          %5 = add %2, %4
          return %5
        """,
        Printer.print(special(SQUARES, 2)));
    for (int length = 0; length < 20; length++) {
      requireSame(SQUARES, length);
    }
  }

  @Test
  void waysThatDependOnDataMeetAgain() {
    Program after = special(TERMS, 3);
    assertEquals(7, after.blocks().size(), () -> Printer.print(after));
    for (int length = 0; length < 10; length++) {
      requireSame(TERMS, length, 0.5);
    }
  }

  @Test
  void numbersThatDifferKeepWaysApart() {
    String counted = TERMS.replace("%6 = add.i32 i, 1", "%6 = add.i32 i, step");
    Program after = special(counted, 3);
    assertTrue(after.blocks().size() > 7, () -> Printer.print(after));
    for (int length = 0; length < 8; length++) {
      requireSame(counted, length, 0.5);
    }
  }

  /**
   * The sum of all products of two elements, of which the second is multiplied with both places.
   */
  private static final String PAIRS =
      """
      program f(x: f64[]) -> f64
      b0(x: f64[]):
        jump b1(0.0, 0)
      b1(sum: f64, i: i32):
        %0 = length x
        %1 = less i, %0
        branch %1 b2 b6
      b2:
        %2 = load x, i
        jump b3(sum, 0)
      b3(inner: f64, j: i32):
        %3 = at_least j, i
        branch %3 b4 b5
      b4:
        %4 = add.i32 i, 1
        jump b1(inner, %4)
      b5:
        %5 = load x, j
        %6 = mul.i32 i, j
        %7 = convert.f64 %6
        %8 = mul %5, %7
        %9 = mul %2, %8
        %10 = add inner, %9
        %11 = add.i32 j, 1
        jump b3(%10, %11)
      b6:
        return sum
      """;

  @Test
  void nestedLoopsAreUnrolled() {
    assertEquals(1, special(PAIRS, 5).blocks().size());
    for (int length = 0; length < 9; length++) {
      requireSame(PAIRS, length);
    }
  }

  /** Squares in a copy, which a switch on the length has made. */
  private static final String IN_PLACE =
      """
      program f(x: f64[], any: i32) -> f64, i32
      b0(x: f64[], any: i32):
        %0 = length x
        switch %0 0: b1 1: b2 else b3
      b1:
        return 7.0, 0
      b2:
        %1 = new.f64[] 4
        %2 = length %1
        jump b4(%1, %2)
      b3:
        %3 = copy x
        jump b4(%3, any)
      b4(y: f64[], k: i32):
        %4 = length y
        %5 = sub.i32 %4, 1
        %6 = load x, 0
        store y, %5, %6
        %7 = load y, 0
        %8 = load x, 0
        %9 = sub %7, %8
        return %9, k
      """;

  @Test
  void lengthsOfArraysAreKnown() {
    for (int length = 0; length < 4; length++) {
      requireSame(IN_PLACE, length, 5);
      assertEquals(1, special(IN_PLACE, length).blocks().size());
    }
    String printed = Printer.print(special(IN_PLACE, 2));
    assertTrue(!printed.contains("length") && !printed.contains("copy"), printed);
    assertTrue(Printer.print(special(IN_PLACE, 17)).contains("copy"), "a long copy stays one");
  }

  @Test
  void whatFailsStillFails() {
    String beyond = SQUARES.replace("%2 = load x, i", "%12 = add.i32 i, 1\n  %2 = load x, %12");
    double[] x = {1, 2, 3};
    assertThrows(
        IndexOutOfBoundsException.class, () -> Interpreter.run(PARSER.parse(beyond), (Object) x));
    assertThrows(
        IndexOutOfBoundsException.class, () -> Interpreter.run(special(beyond, 3), (Object) x));
    String unneeded = beyond.replace("%3 = mul %2, %2", "%3 = mul 2.0, 2.0");
    assertThrows(
        IndexOutOfBoundsException.class, () -> Interpreter.run(special(unneeded, 3), (Object) x));
    String divided =
        SQUARES.replace(
            "%2 = load x, i", "%2 = load x, i\n  %12 = sub.i32 i, 2\n  %13 = div.i32 i, %12");
    assertThrows(ArithmeticException.class, () -> Interpreter.run(special(divided, 3), (Object) x));
    requireSame(divided, 2);
    String raised = SQUARES.replace("return sum", "throw \"too short\"");
    assertThrows(Raised.class, () -> Interpreter.run(special(raised, 3), (Object) x));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // as long as data say
        "%1 = at_least sum, 100.0",
        // for ever
        "%1 = less i, 0",
        // too often
        "%12 = mul.i32 %0, 1000\n  %1 = at_least i, %12"
      })
  void whereLoopsRemainThereIsNone(String condition) {
    assertNull(Specialize.of(PARSER.parse(SQUARES.replace("%1 = at_least i, %0", condition)), 3));
  }

  @Test
  void whatBecomesTooLargeIsNotSpecialised() {
    assertNotNull(Specialize.of(PARSER.parse(SQUARES), 100));
    assertNull(Specialize.of(PARSER.parse(SQUARES), 200));
    assertNull(Specialize.of(PARSER.parse(SQUARES), 1_000_000_000));
  }
}
