package ad4j.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ad4j.op.Arithmetic;
import ad4j.op.Operators;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays that each turn of a loop finds all 0, and leaves so. */
final class ResetArraysTest {
  private static final ProgramParser PARSER =
      new ProgramParser(new Operators(List.of(new Arithmetic())));

  /** In each turn adds x to the array a, upwards; then moves it to s, downwards. */
  private static final String MOVES =
      """
      program f(s: f64[], x: f64[], n: i32, turns: i32)
      b0(s: f64[], x: f64[], n: i32, turns: i32):
        %a = new.f64[] n
        jump b1(0)
      b1(c: i32):
        %0 = less c, turns
        branch %0 b3 b2
      b2:
        return
      b3:
        jump b4(0)
      b4(i: i32):
        %1 = less i, n
        branch %1 b5 b6
      b5:
        %2 = load x, i
        %3 = load %a, i
        %4 = add %3, %2
        store %a, i, %4
        %5 = add.i32 i, 1
        jump b4(%5)
      b6:
        %6 = max.i32 n, 0
        jump b7(%6)
      b7(j: i32):
        %7 = greater j, 0
        branch %7 b8 b9
      b8:
        %8 = sub.i32 j, 1
        %9 = load %a, %8
        store %a, %8, 0.0
        %10 = load s, %8
        %11 = add %10, %9
        store s, %8, %11
        jump b7(%8)
      b9:
        %12 = add.i32 c, 1
        jump b1(%12)
      """;

  private static long accesses(Program program) {
    return program.blocks().stream()
        .flatMap(block -> block.instructions().stream())
        .filter(each -> Set.of(Op.Load.class, Op.Store.class).contains(each.op().getClass()))
        .filter(each -> !(each.operand(0) instanceof Parameter))
        .count();
  }

  private static double[] run(Program program, int n, int turns) {
    double[] s = new double[3];
    Interpreter.run(program, s, new double[] {10, 20, 30}, n, turns);
    return s;
  }

  private static void assertSame(Program before, Program after) {
    Verifier.verify(after);
    for (int n = 0; n <= 3; n++) {
      for (int turns = 0; turns <= 3; turns++) {
        assertArrayEquals(run(before, n, turns), run(after, n, turns), n + " by " + turns);
      }
    }
  }

  @Test
  void theFirstLoopLoadsNothingAndTheLastOneStoresNothing() {
    Program before = PARSER.parse(MOVES);
    Program after = Simplify.simplify(ResetArrays.of(before));
    assertEquals(4, accesses(before));
    assertEquals(2, accesses(after));
    assertSame(before, after);
  }

  @Test
  void whatIsDoneInBetweenStays() {
    String between =
        """
        b6:
          %13 = load %a, 0
          %14 = mul %13, 2.0
          store %a, 0, %14
          %6 = max.i32 n, 0
        """;
    Program before = PARSER.parse(MOVES.replace("b6:\n  %6 = max.i32 n, 0\n", between));
    Program after = Simplify.simplify(ResetArrays.of(before));
    assertEquals(6, accesses(before));
    assertEquals(4, accesses(after));
    for (int turns = 0; turns <= 3; turns++) {
      assertArrayEquals(run(before, 3, turns), run(after, 3, turns), "turns: " + turns);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the first loop leaves an element out    | jump b4(0)              | jump b4(1)
          it leaves every second one out          | %5 = add.i32 i, 1       | %5 = add.i32 i, 2
          it ends early                           | %1 = less i, n          | %1 = less i, turns
          the last loop leaves an element out     | greater j, 0            | greater j, 1
          it does not set to zero                 | store %a, %8, 0.0       | store %a, %8, 0.5
          it sets the first element only          | store %a, %8, 0.0       | store %a, 0, 0.0
          something is read before the first loop | b3:                     | b3:; %20 = load %a, 0; store s, 0, %20
          something is read after the last one    | b9:                     | b9:; %20 = load %a, 0; store s, 0, %20
          something is read after all             | b2:                     | b2:; %20 = load %a, 0; store s, 0, %20
          what the last loop sets is read again   | store %a, %8, 0.0       | store %a, %8, 0.0; %20 = load %a, %8; store x, 0, %20
          the array has another name              | jump b7(%6)             | %21 = new.f64[][] 1; store %21, 0, %a; jump b7(%6)
          the first loop is left out in a turn    | jump b4(0)              | %22 = equal c, 1; branch %22 b6 b4(0)
          """)
  void otherwiseAllIsLeftAsItIs(String what, String from, String to) {
    String changed = MOVES.replace(from, to.replace("; ", "\n  "));
    assertNotEquals(MOVES, changed);
    Program before = PARSER.parse(changed);
    assertEquals(Printer.print(before), Printer.print(ResetArrays.of(before)), what);
  }
}
