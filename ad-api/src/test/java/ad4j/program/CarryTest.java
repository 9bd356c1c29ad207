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

/** Elements that neighbouring turns share. */
final class CarryTest {
  private static final ProgramParser PARSER =
      new ProgramParser(new Operators(List.of(new Arithmetic())));

  /** Adds x to s[i] and s[i + 1]. */
  private static final String UP =
      """
      program f(s: f64[], x: f64[], from: i32, to: i32) -> f64
      b0(s: f64[], x: f64[], from: i32, to: i32):
        jump b1(from)
      b1(i: i32):
        %0 = at_least i, to
        branch %0 b2 b3
      b2:
        %1 = convert.f64 i
        return %1
      b3:
        %2 = add.i32 i, 1
        %3 = load x, i
        %4 = load x, %2
        %5 = load s, i
        %6 = mul %3, %4
        %7 = add %5, %6
        store s, i, %7
        %8 = load s, %2
        %9 = add %8, %3
        store s, %2, %9
        jump b1(%2)
      """;

  private static final String DOWN =
      """
      program f(s: f64[], x: f64[], from: i32, to: i32) -> f64
      b0(s: f64[], x: f64[], from: i32, to: i32):
        jump b1(to)
      b1(i: i32):
        %0 = greater i, from
        branch %0 b3 b2
      b2:
        %1 = convert.f64 i
        return %1
      b3:
        %2 = sub.i32 i, 1
        %3 = load x, %2
        %5 = load s, i
        %7 = add %5, %3
        store s, i, %7
        %8 = load s, %2
        %9 = mul %8, %3
        store s, %2, %9
        jump b1(%2)
      """;

  private static Program carried(String text) {
    return Simplify.simplify(Verifier.verify(Carry.of(PARSER.parse(text))));
  }

  private static int count(Program program, Class<? extends Op> op) {
    return (int)
        program.blocks().stream()
            .flatMap(block -> block.instructions().stream())
            .filter(instruction -> op.isInstance(instruction.op()))
            .count();
  }

  private static double[] run(Program program, int from, int to) {
    double[] s = {1, 2, 3, 5, 7, 11};
    double[] x = {-1, 0.5, 2, -3, 0.25, 4};
    Object[] results = Interpreter.run(program, s, x, from, to);
    double[] all = java.util.Arrays.copyOf(s, s.length + 1);
    all[s.length] = (double) results[0];
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {UP, DOWN})
  void theSameIsStored(String text) {
    for (int from = 0; from < 3; from++) {
      for (int to = 0; to < 6; to++) {
        assertArrayEquals(
            run(PARSER.parse(text), from, to), run(carried(text), from, to), from + " " + to);
      }
    }
  }

  @Test
  void aTurnLoadsAndStoresEachElementOnce() {
    Program before = PARSER.parse(UP);
    assertEquals(4, count(before, Op.Load.class));
    assertEquals(2, count(before, Op.Store.class));
    // In the loop one of each array, before it the first one; the last store comes after it.
    Program after = carried(UP);
    assertEquals(4, count(after, Op.Load.class));
    assertEquals(2, count(after, Op.Store.class));
    Loop loop = new Flow(after).loops().getFirst();
    long inLoop =
        loop.blocks().stream()
            .flatMap(block -> block.instructions().stream())
            .filter(each -> each.op() instanceof Op.Load || each.op() instanceof Op.Store)
            .count();
    assertEquals(3, inLoop);
  }

  @Test
  void whatFailsStillFails() {
    assertThrows(IndexOutOfBoundsException.class, () -> run(PARSER.parse(UP), 2, 6));
    assertThrows(IndexOutOfBoundsException.class, () -> run(carried(UP), 2, 6));
    assertThrows(IndexOutOfBoundsException.class, () -> run(carried(UP), -1, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // the element is read again behind the store
        "store s, %2, %9\n  %10 = load s, %2\n  store x, i, %10",
        // any element may be read
        "store s, %2, %9\n  %10 = load s, to\n  store x, i, %10",
        // any element may be stored
        "store s, to, %9",
        // the next turn does not store there
        "%10 = add.i32 i, 2\n  store s, %10, %9",
        // all of it is read
        "store s, %2, %9\n  %10 = copy s\n  %11 = load %10, 0\n  store x, i, %11"
      })
  void otherLoopsStayAsTheyAre(String last) {
    String text = UP.replace("store s, %2, %9", last);
    Program program = PARSER.parse(text);
    assertEquals(Printer.print(program), Printer.print(Carry.of(program)));
  }

  @Test
  void aLoopThatOnlyLoadsMayBeVectorisedAsItIs() {
    Program program = PARSER.parse(UP.replace("store s, %2, %9", ""));
    assertEquals(Printer.print(program), Printer.print(Carry.of(program)));
  }

  /** The same where s is filled with zeros first. */
  private static String zeroed(String text) {
    return text.replace(":\n  jump b1(", ":\n  %20 = length s\n  fill s, 0, %20, 0.0\n  jump b1(");
  }

  @ParameterizedTest
  @ValueSource(strings = {UP, DOWN})
  void zerosAreFilledInWhereNoTurnStores(String text) {
    Program before = PARSER.parse(zeroed(text));
    assertEquals(1, count(before, Op.Fill.class));
    for (int from = 0; from < 3; from++) {
      for (int to = 0; to < 6; to++) {
        assertArrayEquals(
            run(before, from, to), run(carried(zeroed(text)), from, to), from + " " + to);
      }
    }
  }

  @Test
  void zerosAreNotLoaded() {
    Program after = carried(zeroed(UP));
    assertEquals(
        2,
        count(after, Op.Load.class),
        () -> "of x, before the loop and in it: " + Printer.print(after));
    assertEquals(
        0,
        after.entry().instructions().stream().filter(each -> each.op() instanceof Op.Fill).count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // something is stored before the loop
        "%21 = length s\n  store s, 0, 1.5",
        // or loaded
        "%21 = load s, 0",
        // the array has another name
        "%21 = copy s\n  %22 = new.f64[][] 1\n  store %22, 0, s"
      })
  void zerosThatSomebodyElseMayUseStay(String first) {
    String text = zeroed(UP).replace("fill s, 0, %20, 0.0", "fill s, 0, %20, 0.0\n  " + first);
    Program program = PARSER.parse(text);
    Program after = Carry.of(program);
    assertEquals(
        1,
        after.entry().instructions().stream().filter(each -> each.op() instanceof Op.Fill).count());
    assertArrayEquals(run(program, 0, 5), run(after, 0, 5));
  }

  @Test
  void zerosStayWhereTheProgramMayReturnWithoutTheLoop() {
    String text =
        """
        program f(s: f64[], x: f64[], from: i32, to: i32) -> f64
        b0(s: f64[], x: f64[], from: i32, to: i32):
          %0 = length s
          fill s, 0, %0, 0.0
          %1 = at_least from, 2
          branch %1 b1 b2(from)
        b1:
          return 0.5
        b2(i: i32):
          %2 = at_least i, to
          branch %2 b3 b4
        b3:
          return 1.5
        b4:
          %3 = load x, i
          %4 = load s, i
          %5 = add %4, %3
          store s, i, %5
          %6 = add.i32 i, 1
          jump b2(%6)
        """;
    Program program = PARSER.parse(text);
    Program after = carried(text);
    for (int from = 0; from < 4; from++) {
      assertArrayEquals(run(program, from, 5), run(after, from, 5), "from " + from);
    }
    assertEquals(1, count(after, Op.Fill.class));
  }
}
