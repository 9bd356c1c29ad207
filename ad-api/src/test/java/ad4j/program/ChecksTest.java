package ad4j.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.op.Arithmetic;
import ad4j.op.Operators;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which failures of printed Programs are certain not to come, and what becomes of the others. */
final class ChecksTest {
  private static final ProgramParser PARSER =
      new ProgramParser(new Operators(List.of(new Arithmetic())));

  /** A sum over an array: where its counter begins, its test, the index, the step, the result. */
  private static Program sum(String first, String test, String index, String step, String result) {
    String text =
        """
        program f(a: f64[], b: f64[], n: i32) -> f64
        b0(a: f64[], b: f64[], n: i32):
          %%0 = length a
          %%1 = length b
          %%2 = sub.i32 %%0, 1
          jump b1(0.0, %s)
        b1(s: f64, i: i32):
          %%3 = add.i32 i, 1
          %%4 = %s
          branch %%4 b2 b3
        b2:
          %%5 = %s
          %%6 = load a, %%5
          %%7 = add s, %%6
          %%8 = add.i32 i, %s
          jump b1(%%7, %%8)
        b3:
          return %s
        """
            .formatted(first, test, index, step, result);
    return Checks.of(PARSER.parse(text));
  }

  private static long count(Program program, String word) {
    String text = Printer.print(Verifier.verify(program));
    assertEquals(text, Printer.print(PARSER.parse(text)));
    return text.lines().filter(line -> line.strip().startsWith(word)).count();
  }

  private static long checks(String first, String test, String index, String step) {
    return count(sum(first, test, index, step, "s"), "check.load");
  }

  @Test
  void indicesThatAreCertainAreNotChecked() {
    assertEquals(0, checks("0", "less i, %0", "add.i32 i, 0", "1"));
    assertEquals(0, checks("0", "less %3, %0", "add.i32 i, 1", "1"));
    assertEquals(0, checks("1", "less i, %0", "sub.i32 i, 1", "1"));
    assertEquals(0, checks("%2", "at_least i, 0", "add.i32 i, 0", "-1"));
    assertEquals(0, checks("0", "at_most i, %2", "shr.i32 i, 1", "1"));
  }

  @Test
  void indicesThatAreNotCertainAreChecked() {
    assertEquals(1, checks("0", "at_most i, %0", "add.i32 i, 0", "1"));
    assertEquals(1, checks("0", "less i, %0", "add.i32 i, 1", "1"));
    assertEquals(1, checks("0", "less i, n", "add.i32 i, 0", "1"));
    assertEquals(1, checks("0", "less i, %1", "add.i32 i, 0", "1"));
    assertEquals(1, checks("-1", "less i, %0", "add.i32 i, 0", "1"));
    assertEquals(1, checks("n", "less i, %0", "add.i32 i, 0", "1"));
    assertEquals(1, checks("0", "less i, %0", "add.i32 i, 0", "3"), "it may overflow");
    assertEquals(1, checks("0", "less i, %0", "rem.i32 n, %0", "1"));
  }

  @Test
  void conditionsAreKnown() {
    String text =
        """
        program f(a: f64[], b: f64[], n: i32) -> f64
        b0(a: f64[], b: f64[], n: i32):
          %0 = length a
          %1 = length b
          %2 = not_equal %0, %1
          branch %2 b1 b2
        b1:
          throw "of other length"
        b2:
          %3 = less n, %1
          branch %3 b3 b4
        b3:
          %4 = greater n, 0
          branch %4 b5 b4
        b5:
          %5 = load a, n
          %6 = sub.i32 n, 1
          %7 = load b, %6
          %8 = div.i32 7, n
          %9 = add %5, %7
          return %9
        b4:
          return 0.0
        """
            .replace("b5", "bx")
            .replace("b4", "b5")
            .replace("bx", "b4");
    assertEquals(0, count(Checks.of(PARSER.parse(text)), "check.load"));
    assertEquals(0, count(Checks.of(PARSER.parse(text)), "check.div"));
    String unequal = text.replace("%2 = not_equal %0, %1", "%2 = less %0, %1");
    assertEquals(0, count(Checks.of(PARSER.parse(unequal)), "check.load"), "a is no shorter");
    String other = text.replace("%2 = not_equal %0, %1", "%2 = less %1, %0");
    assertEquals(1, count(Checks.of(PARSER.parse(other)), "check.load"), "b is no shorter");
  }

  @Test
  void checksOfWhatIsDoneAnywayAreDropped() {
    Program needed = sum("0", "less i, n", "add.i32 i, 0", "1", "s");
    assertEquals(1, count(needed, "check.load"));
    assertEquals(0, count(Checks.settled(Simplify.simplify(needed)), "check.load"));
  }

  @Test
  void aLoopThatOnlyChecksIsDoneByAGuard() {
    Program idle = sum("0", "less i, n", "add.i32 i, 0", "1", "0.0");
    Program less = Checks.settled(DeadLoops.remove(idle));
    assertEquals(1, less.blocks().size());
    assertEquals(1, count(less, "guard"));
    double[] three = new double[3];
    assertEquals(0.0, Interpreter.run(less, three, three, 3)[0]);
    assertEquals(0.0, Interpreter.run(less, three, three, Integer.MIN_VALUE)[0]);
    assertThrows(Raised.class, () -> Interpreter.run(less, three, three, 4));
    assertThrows(IndexOutOfBoundsException.class, () -> Interpreter.run(idle, three, three, 4));
  }

  @Test
  void aLoopThatMayOverflowKeepsItsChecks() {
    Program idle = sum("0", "less i, n", "add.i32 i, 0", "7", "0.0");
    Program less = Checks.settled(DeadLoops.remove(idle));
    assertEquals(1, count(less, "check.load"));
  }

  @Test
  void whatIsReadKeepsFailuresThatNobodyNeeds() {
    ProgramBuilder builder = new ProgramBuilder("f", List.of(Type.F64));
    Parameter a = builder.parameter(Type.F64_ARRAY, "a");
    builder.load(a, Constant.of(2));
    builder.giveBack(List.of(Constant.ONE));
    Program program = Simplify.keepingFailures(builder.buildKeepingFailures());
    assertEquals(1, count(program, "check.load"));
    assertTrue(Interpreter.run(program, new double[3])[0].equals(1.0));
    assertThrows(IndexOutOfBoundsException.class, () -> Interpreter.run(program, new double[2]));
  }
}
