package ad4j.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ad4j.op.Arithmetic;
import ad4j.op.Operators;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Short arrays of which all indices are known. */
final class SmallArraysTest {
  private static final ProgramParser PARSER =
      new ProgramParser(new Operators(List.of(new Arithmetic())));

  /** A new pair in each turn, and one that all turns change. */
  private static final String PAIRS =
      """
      program f(x: f64, n: i32, any: i32) -> f64, i32
      b0(x: f64, n: i32, any: i32):
        %0 = new.f64[] 2
        store %0, 0, x
        jump b1(0)
      b1(i: i32):
        %1 = at_least i, n
        branch %1 b2 b3
      b2:
        %2 = load %0, 0
        %3 = load %0, 1
        %4 = sub %2, %3
        %5 = length %0
        return %4, %5
      b3:
        %6 = new.f64[] 2
        %7 = load %6, 1
        %8 = load %0, 0
        store %6, 0, %8
        %9 = load %0, 1
        %10 = add %9, %7
        store %0, 0, %10
        %11 = load %6, 0
        %12 = mul %11, 0.5
        store %0, 1, %12
        store %6, 1, %12
        %13 = add.i32 i, 1
        jump b1(%13)
      """;

  private static long arrays(Program program) {
    return program.blocks().stream()
        .flatMap(block -> block.instructions().stream())
        .filter(each -> each.op() instanceof Op.New)
        .count();
  }

  private static void requireSame(Program before, Program after) {
    for (int n = 0; n < 5; n++) {
      assertArrayEquals(
          Interpreter.run(before, 3.0, n, 1), Interpreter.run(after, 3.0, n, 1), "turns: " + n);
    }
  }

  @Test
  void theirElementsBecomeVariables() {
    Program before = PARSER.parse(PAIRS);
    Program after = Verifier.verify(SmallArrays.of(before));
    assertEquals(2, arrays(before));
    assertEquals(0, arrays(after), () -> Printer.print(after));
    requireSame(before, after);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // any index
        "%11 = load %6, any",
        // it is given to somebody
        "%14 = copy %6\n  %11 = load %14, 0",
        // it is stored in another array
        "%14 = new.f64[][] 1\n  store %14, 0, %6\n  %15 = load %14, 0\n  %11 = load %15, 0",
        // all of it is filled
        "fill %6, 0, 2, 1.5\n  %11 = load %6, 0"
      })
  void othersStayArrays(String access) {
    Program before = PARSER.parse(PAIRS.replace("%11 = load %6, 0", access));
    Program after = Verifier.verify(SmallArrays.of(before));
    assertEquals(arrays(before) - 1, arrays(after), () -> Printer.print(after));
    requireSame(before, after);
  }

  @Test
  void anIndexOutOfBoundsStaysOne() {
    Program before = PARSER.parse(PAIRS.replace("store %6, 1, %12", "store %6, 2, %12"));
    Program after = Verifier.verify(SmallArrays.of(before));
    assertEquals(1, arrays(after));
    assertThrows(IndexOutOfBoundsException.class, () -> Interpreter.run(after, 3.0, 1, 1));
  }

  @Test
  void longArraysStay() {
    Program program = PARSER.parse(PAIRS.replace("new.f64[] 2", "new.f64[] 17"));
    assertEquals(Printer.print(program), Printer.print(SmallArrays.of(program)));
  }
}
