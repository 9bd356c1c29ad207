package ad4j.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.op.Arithmetic;
import ad4j.op.Comparison;
import ad4j.op.Operators;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of printed Programs. */
final class SimplifyTest {
  private static final ProgramParser PARSER =
      new ProgramParser(new Operators(List.of(new Arithmetic())));

  private static void requireSimplified(String before, String after) {
    Program simple = Simplify.simplify(PARSER.parse(before));
    assertEquals(after, Printer.print(Verifier.verify(simple)));
  }

  private static void requireUnchanged(String text) {
    requireSimplified(text, text);
  }

  @Test
  void whatIsComputedAlreadyIsNotAgain() {
    requireSimplified(
        """
        program f(x: f64, y: f64, n: i32) -> f64
        b0(x: f64, y: f64, n: i32):
          %0 = add x, y
          branch n b1 b2
        b1:
          %1 = add y, x
          %2 = mul %1, %0
          return %2
        b2:
          return %0
        """,
        """
        program f(x: f64, y: f64, n: i32) -> f64
        b0(x: f64, y: f64, n: i32):
          %0 = add x, y
          branch n b1 b2
        b1:
          %1 = mul %0, %0
          return %1
        b2:
          return %0
        """);
  }

  @Test
  void whatOnlyOneWayComputesIsComputedOnTheOther() {
    requireUnchanged(
        """
        program f(x: f64, y: f64, n: i32) -> f64
        b0(x: f64, y: f64, n: i32):
          branch n b1 b2
        b1:
          %0 = add x, y
          return %0
        b2:
          %1 = add x, y
          %2 = neg %1
          return %2
        """);
  }

  @Test
  void loadsAreSharedUntilSomethingIsStored() {
    requireSimplified(
        """
        program f(a: f64[], b: f64[], k: i32[], i: i32) -> f64
        b0(a: f64[], b: f64[], k: i32[], i: i32):
          %0 = load a, i
          %1 = load a, i
          store k, 0, 1
          %2 = load a, i
          %3 = add %0, %1
          %4 = add %3, %2
          store b, i, %4
          %5 = load a, i
          %6 = load b, i
          %7 = add %5, %6
          return %7
        """,
        """
        program f(a: f64[], b: f64[], k: i32[], i: i32) -> f64
        b0(a: f64[], b: f64[], k: i32[], i: i32):
          %0 = load a, i
          store k, 0, 1
          %1 = add %0, %0
          %2 = add %1, %0
          store b, i, %2
          %3 = add %0, %2
          return %3
        """);
  }

  @Test
  void loopsThatStoreAreLoadedFromInEachTurn() {
    requireUnchanged(
        """
        program f(a: f64[], n: i32) -> f64
        b0(a: f64[], n: i32):
          %0 = load a, 0
          jump b1(0, %0)
        b1(i: i32, sum: f64):
          %1 = less i, n
          branch %1 b2 b3
        b2:
          %2 = load a, 0
          %3 = add sum, %2
          store a, i, %3
          %4 = add.i32 i, 1
          jump b1(%4, %3)
        b3:
          return sum
        """);
  }

  @Test
  void loopsThatOnlyReadShareLoads() {
    requireSimplified(
        """
        program f(a: f64[], n: i32) -> f64
        b0(a: f64[], n: i32):
          %0 = load a, 0
          jump b1(0, %0)
        b1(i: i32, sum: f64):
          %1 = less i, n
          branch %1 b2 b3
        b2:
          %2 = load a, 0
          %3 = add sum, %2
          %4 = add.i32 i, 1
          jump b1(%4, %3)
        b3:
          return sum
        """,
        """
        program f(a: f64[], n: i32) -> f64
        b0(a: f64[], n: i32):
          %0 = load a, 0
          jump b1(0, %0)
        b1(i: i32, sum: f64):
          %1 = less i, n
          branch %1 b2 b3
        b2:
          %2 = add sum, %0
          %3 = add.i32 i, 1
          jump b1(%3, %2)
        b3:
          return sum
        """);
  }

  @Test
  void callsMayStoreToAnything() {
    requireUnchanged(
        """
        program f(a: f64[]) -> f64
        b0(a: f64[]):
          %0 = load a, 0
          call g()
          %1 = load a, 0
          %2 = add %0, %1
          return %2

        routine g()
        b0:
          return
        """);
  }

  @Test
  void fillsAndMovesStore() {
    requireUnchanged(
        """
        program f(a: f64[], b: f64[]) -> f64
        b0(a: f64[], b: f64[]):
          %0 = load a, 0
          fill a, 0, 1, 7.0
          %1 = load a, 0
          move b, 0, a, 0, 1
          %2 = load a, 0
          %3 = add %0, %1
          %4 = add %3, %2
          return %4
        """);
  }

  @Test
  void lengthsOfNewArraysAreKnown() {
    requireSimplified(
        """
        program f(a: f64[], n: i32) -> f64[], i32
        b0(a: f64[], n: i32):
          %0 = new.f64[] n
          %1 = copy a
          %2 = copy %0
          %3 = length %2
          %4 = length %1
          %5 = length a
          %6 = add.i32 %3, %4
          %7 = add.i32 %6, %5
          return %2, %7
        """,
        """
        program f(a: f64[], n: i32) -> f64[], i32
        b0(a: f64[], n: i32):
          %0 = new.f64[] n
          %1 = copy %0
          %2 = length a
          %3 = add.i32 n, %2
          %4 = add.i32 %3, %2
          return %1, %4
        """);
  }

  @Test
  void blocksThatOnlyLeadOnAreLeftOut() {
    requireSimplified(
        """
        program f(x: f64, n: i32) -> f64
        b0(x: f64, n: i32):
          %0 = equal n, 0
          %1 = equal %0, 0
          branch %1 b1 b2
        b1:
          jump b3(1.0)
        b2:
          jump b3(2.0)
        b3(y: f64):
          jump b4
        b4:
          %2 = mul x, y
          branch 1 b5 b6
        b5:
          return %2
        b6:
          return y
        """,
        """
        program f(x: f64, n: i32) -> f64
        b0(x: f64, n: i32):
          branch n b2(1.0) b1
        b1:
          jump b2(2.0)
        b2(y: f64):
          %0 = mul x, y
          return %0
        """);
  }

  @Test
  void chainsAreFoldedByTheStrongZero() {
    requireSimplified(
        """
        program f(x: f64) -> f64, f64
        b0(x: f64):
          %0 = chain x, 0.0
          %1 = chain 1.0, x
          %2 = accumulate %0, %1
          %3 = add x, 0.0
          return %2, %3
        """,
        """
        program f(x: f64) -> f64, f64
        b0(x: f64):
          %0 = add x, 0.0
          return x, %0
        """);
  }

  private static final String COUNTING =
      """
      program f(a: f64[], n: i32) -> i32
      b0(a: f64[], n: i32):
        jump b1(0)
      b1(i: i32):
        %%0 = %s
        branch %%0 b2 b3
      b2:
        %%1 = add.i32 i, %s
        jump b1(%%1)
      b3:
        return %s
      """;

  private static int blocks(String test, String step, String result) {
    Program program = PARSER.parse(COUNTING.formatted(test, step, result));
    return Verifier.verify(DeadLoops.remove(program)).blocks().size();
  }

  @Test
  void loopsThatComputeNothingAreLeftOut() {
    assertEquals(1, blocks("less i, n", "1", "n"));
    assertEquals(1, blocks("at_most i, 7", "3", "n"));
    assertEquals(1, blocks("greater i, n", "-1", "n"));
    assertEquals(1, blocks("not_equal i, n", "1", "n"));
  }

  @Test
  void testsForTheEndOfALoopAreUnderstood() {
    Program program =
        PARSER.parse(
            """
            program f(n: i32) -> i32
            b0(n: i32):
              jump b1(0)
            b1(i: i32):
              %0 = at_least i, n
              branch %0 b2 b3
            b2:
              return n
            b3:
              %1 = add.i32 i, 1
              jump b1(%1)
            """);
    assertEquals(1, DeadLoops.remove(program).blocks().size());
  }

  @Test
  void loopsThatMayNotEndOrAreNeededStay() {
    assertEquals(4, blocks("less i, n", "2", "n"));
    assertEquals(4, blocks("at_most i, n", "1", "n"));
    assertEquals(4, blocks("less i, n", "-1", "n"));
    assertEquals(4, blocks("less i, n", "0", "n"));
    assertEquals(4, blocks("less i, n", "1", "i"));
    assertEquals(4, blocks("equal i, n", "1", "n"));
  }

  @Test
  void loopsThatStoreStay() {
    String storing =
        COUNTING.replace("b2:\n", "b2:\n  store a, i, 1.0\n").formatted("less i, n", "1", "n");
    assertEquals(4, DeadLoops.remove(PARSER.parse(storing)).blocks().size());
  }

  @Test
  void nestsOfDeadLoopsAreLeftOut() {
    Program nest =
        PARSER.parse(
            """
            program f(n: i32) -> i32
            b0(n: i32):
              jump b1(0)
            b1(i: i32):
              %0 = less i, n
              branch %0 b2 b6
            b2:
              jump b3(0)
            b3(j: i32):
              %1 = less j, i
              branch %1 b4 b5
            b4:
              %2 = add.i32 j, 1
              jump b3(%2)
            b5:
              %3 = add.i32 i, 1
              jump b1(%3)
            b6:
              return n
            """);
    assertEquals(1, DeadLoops.remove(nest).blocks().size());
  }

  @Test
  void aThousandInstructionsAreQuick() {
    ProgramBuilder b = new ProgramBuilder("long", List.of(Type.F64));
    Value x = b.parameter(Type.F64, "x");
    Variable sum = new Variable(Type.F64, "sum");
    b.set(sum, x);
    for (int i = 0; i < 400; i++) {
      Draft then = b.block();
      Draft after = b.block();
      b.branch(b.compare(Comparison.LESS, x, Constant.of((double) i)), then, after);
      b.at(then);
      b.set(sum, b.apply(Arithmetic.ADD, b.apply(Arithmetic.MUL, x, b.get(sum)), x));
      b.jump(after);
      b.at(after);
    }
    b.giveBack(List.of(b.get(sum)));
    Program program = b.build();
    Simplify.simplify(program);
    long start = System.nanoTime();
    Simplify.simplify(program);
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertTrue(millis < 2000, millis + " ms for " + program.size() + " instructions");
  }

  @Test
  void aStoreThatIsOverwrittenUnreadIsLeftOut() {
    requireSimplified(
        """
        program f(x: f64, i: i32) -> f64
        b0(x: f64, i: i32):
          %0 = new.f64[] 3
          store %0, i, 0.0
          store %0, 1, x
          store %0, i, x
          %1 = load %0, 2
          return %1
        """,
        """
        program f(x: f64, i: i32) -> f64
        b0(x: f64, i: i32):
          %0 = new.f64[] 3
          store %0, 1, x
          store %0, i, x
          %1 = load %0, 2
          return %1
        """);
  }

  @Test
  void aStoreThatMayHaveBeenReadStays() {
    requireUnchanged(
        """
        program f(x: f64, i: i32, j: i32) -> f64
        b0(x: f64, i: i32, j: i32):
          %0 = new.f64[] 3
          store %0, i, 1.0
          %1 = load %0, j
          store %0, i, x
          %2 = load %0, 2
          %3 = mul %1, %2
          return %3
        """);
  }

  @Test
  void aStoreThatIsSeenIfTheProgramFailsStays() {
    requireUnchanged(
        """
        program f(a: f64[], x: f64, i: i32) -> f64
        b0(a: f64[], x: f64, i: i32):
          store a, 0, 1.0
          %0 = div.i32 1, i
          store a, 0, x
          %1 = convert.f64 %0
          return %1
        """);
  }

  @Test
  void whatIsThereAlreadyIsNotStoredAgain() {
    requireSimplified(
        """
        program f(a: f64[], i: i32) -> f64
        b0(a: f64[], i: i32):
          %0 = load a, i
          store a, i, %0
          return %0
        """,
        """
        program f(a: f64[], i: i32) -> f64
        b0(a: f64[], i: i32):
          %0 = load a, i
          return %0
        """);
  }
}
