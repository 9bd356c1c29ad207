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

/** Elements that are the same in each turn of a loop. */
final class InvariantLoadsTest {
  private static final ProgramParser PARSER =
      new ProgramParser(new Operators(List.of(new Arithmetic())));

  /** Adds x[k] to the first elements of s. */
  private static final String ADDS =
      """
      program f(s: f64[], x: f64[], k: i32, n: i32)
      b0(s: f64[], x: f64[], k: i32, n: i32):
        jump b1(0)
      b1(i: i32):
        %0 = less i, n
        branch %0 b3 b2
      b2:
        return
      b3:
        %1 = load x, k
        %2 = load s, i
        %3 = add %2, %1
        store s, i, %3
        %4 = add.i32 i, 1
        jump b1(%4)
      """;

  private static long loadsInLoop(Program program) {
    return new Flow(program)
        .loops().getFirst().blocks().stream()
            .flatMap(block -> block.instructions().stream())
            .filter(each -> each.op() instanceof Op.Load)
            .count();
  }

  private static double[] run(Program program, int k, int n) {
    double[] s = {1, 2, 3};
    Interpreter.run(program, s, new double[] {10, 20}, k, n);
    return s;
  }

  @Test
  void theElementIsLoadedOnce() {
    Program before = PARSER.parse(ADDS);
    Program after = Simplify.keepingFailures(Verifier.verify(InvariantLoads.of(before)));
    assertEquals(2, loadsInLoop(before));
    assertEquals(1, loadsInLoop(after));
    for (int n = 0; n < 4; n++) {
      assertArrayEquals(run(before, 1, n), run(after, 1, n), "turns: " + n);
    }
  }

  @Test
  void itIsLoadedOnlyIfThereIsATurn() {
    Program after = InvariantLoads.of(PARSER.parse(ADDS));
    assertArrayEquals(new double[] {1, 2, 3}, run(after, 2, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> run(after, 2, 1));
  }

  @Test
  void whatIsCertainToBeThereIsLoadedWithoutATest() {
    String loop =
        ADDS.replace("jump b1(0)", "%5 = new.f64[] 3\n  store %5, 2, 20.0\n  jump b1(0)")
            .replace("load x, k", "load %5, 2");
    Program before = PARSER.parse(loop);
    Program after = Simplify.keepingFailures(Verifier.verify(InvariantLoads.of(before)));
    assertEquals(before.blocks().size(), after.blocks().size());
    assertEquals(1, loadsInLoop(after));
    for (int n = 0; n < 4; n++) {
      assertArrayEquals(run(before, 1, n), run(after, 1, n), "turns: " + n);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // the element may be one that the loop stores to
        "load s, k",
        // each turn loads another
        "load x, i"
      })
  void otherElementsAreLoadedInEachTurn(String load) {
    Program program = PARSER.parse(ADDS.replace("load x, k", load));
    assertEquals(Printer.print(program), Printer.print(InvariantLoads.of(program)));
  }

  @Test
  void aLoopThatStoresNothingIsLeftToTheJvm() {
    Program program = PARSER.parse(ADDS.replace("  store s, i, %3\n", "  check.load s, i\n"));
    assertEquals(Printer.print(program), Printer.print(InvariantLoads.of(program)));
  }

  @Test
  void whatOnlySomeTurnsLoadStays() {
    Program program =
        PARSER.parse(
            """
            program f(s: f64[], x: f64[], k: i32, n: i32)
            b0(s: f64[], x: f64[], k: i32, n: i32):
              jump b1(0)
            b1(i: i32):
              %0 = less i, n
              branch %0 b3 b2
            b2:
              return
            b3:
              %1 = equal i, 2
              branch %1 b4 b5
            b4:
              %2 = load x, k
              store s, i, %2
              jump b5
            b5:
              %4 = add.i32 i, 1
              jump b1(%4)
            """);
    assertEquals(Printer.print(program), Printer.print(InvariantLoads.of(program)));
  }

  @Test
  void aLoopThatIsLeftInItsMiddleStays() {
    Program program =
        PARSER.parse(
            """
            program f(s: f64[], x: f64[], k: i32, n: i32)
            b0(s: f64[], x: f64[], k: i32, n: i32):
              jump b1(0)
            b1(i: i32):
              %0 = less i, n
              branch %0 b2 b4
            b2:
              %1 = equal i, 0
              branch %1 b4 b3
            b3:
              %2 = load x, k
              store s, i, %2
              %4 = add.i32 i, 1
              jump b1(%4)
            b4:
              return
            """);
    assertEquals(Printer.print(program), Printer.print(InvariantLoads.of(program)));
  }
}
