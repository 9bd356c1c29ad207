package ad4j.reverse.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ad4j.op.Arithmetic;
import ad4j.op.Operators;
import ad4j.program.Interpreter;
import ad4j.program.KernelForm;
import ad4j.program.Program;
import ad4j.program.ProgramParser;
import ad4j.program.Simplify;
import ad4j.program.Verifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pullbacks of Programs that call routines, against differences. */
final class SplitRoutinesTest {
  private static final double STEP = 1e-5;

  private static final ProgramParser PARSER =
      new ProgramParser(new Operators(List.of(new Arithmetic())));

  /** Compares the gradient by a double and an array with differences; both are given an int. */
  private static void check(String text, double x, double[] a, int n) {
    Program program = Verifier.verify(PARSER.parse(text));
    Program pullback = Verifier.verify(ProgramPullback.of(program, List.of(0, 1), true));
    Program simple = Simplify.simplify(pullback);
    Program relaxed = KernelForm.of(pullback);
    for (Program tried : List.of(pullback, simple, Verifier.verify(relaxed))) {
      double[] given = a.clone();
      double[] shadow = new double[a.length];
      Object[] results = Interpreter.run(tried, x, given, n, shadow, 1.0);
      double[] afterwards = a.clone();
      assertEquals(Interpreter.run(program, x, afterwards, n)[0], results[0]);
      assertArrayEquals(afterwards, given);
      List<Double> found = new ArrayList<>(List.of((Double) results[1]));
      for (double slope : shadow) {
        found.add(slope);
      }
      for (int i = 0; i <= a.length; i++) {
        double difference =
            (value(program, x, a, n, i, STEP) - value(program, x, a, n, i, -STEP)) / (2 * STEP);
        double tolerance = 1e-6 * Math.max(1, Math.abs(difference));
        assertEquals(difference, found.get(i), tolerance, "slope by input " + i);
      }
    }
  }

  private static double value(Program program, double x, double[] a, int n, int input, double by) {
    double[] moved = a.clone();
    if (input > 0) {
      moved[input - 1] += by;
    }
    return (Double) Interpreter.run(program, input == 0 ? x + by : x, moved, n)[0];
  }

  @Test
  void aRoutineMayCallItselfTwice() {
    check(
        """
        program main(x: f64, a: f64[], n: i32) -> f64
        b0(x: f64, a: f64[], n: i32):
          %0 = load a, 0
          %1 = call fib(x, %0, n)
          return %1

        routine fib(x: f64, y: f64, n: i32) -> f64
        b0(x: f64, y: f64, n: i32):
          %0 = less n, 2
          branch %0 b1 b2
        b1:
          %1 = mul x, y
          return %1
        b2:
          %2 = sub.i32 n, 1
          %3 = sub.i32 n, 2
          %4 = add x, y
          %5 = call fib(x, %4, %2)
          %6 = call fib(y, x, %3)
          %7 = mul %5, %6
          %8 = div %7, %4
          return %8
        """,
        0.9, new double[] {0.7}, 4);
  }

  @Test
  void aRoutineMayStoreToItsArgumentBeforeAndAfterItCallsItself() {
    check(
        """
        program main(x: f64, a: f64[], n: i32) -> f64
        b0(x: f64, a: f64[], n: i32):
          call dive(a, x, n)
          %1 = load a, 0
          %2 = load a, 1
          %3 = mul %1, %2
          store a, 1, 2.0
          return %3

        routine dive(a: f64[], p: f64, n: i32)
        b0(a: f64[], p: f64, n: i32):
          %0 = greater n, 0
          branch %0 b1 b2
        b1:
          %1 = length a
          %2 = rem.i32 n, %1
          %3 = load a, %2
          %4 = mul %3, p
          store a, %2, %4
          %5 = sub.i32 n, 1
          %6 = mul p, %3
          call dive(a, %6, %5)
          %7 = load a, %2
          %8 = mul %7, %3
          store a, 0, %8
          return
        b2:
          return
        """,
        0.9, new double[] {0.7, 1.3}, 5);
  }

  @Test
  void routinesMayCallEachOther() {
    check(
        """
        program main(x: f64, a: f64[], n: i32) -> f64
        b0(x: f64, a: f64[], n: i32):
          %0 = call even(a, x, n)
          return %0

        routine even(a: f64[], x: f64, n: i32) -> f64
        b0(a: f64[], x: f64, n: i32):
          %0 = less n, 1
          branch %0 b1 b2
        b1:
          return x
        b2:
          %1 = load a, 0
          %2 = mul %1, x
          %3 = sub.i32 n, 1
          %call = call odd(a, %2, %3)
          %4 = result.0 %call
          %5 = result.1 %call
          %6 = mul %4, %5
          return %6

        routine odd(a: f64[], x: f64, n: i32) -> f64, f64
        b0(a: f64[], x: f64, n: i32):
          %0 = less n, 1
          branch %0 b1 b2
        b1:
          return x, 3.0
        b2:
          %1 = load a, 1
          %2 = mul %1, x
          %3 = sub.i32 n, 1
          %4 = call even(a, %2, %3)
          return %4, %1
        """,
        0.9, new double[] {0.7, 1.3}, 5);
  }

  @Test
  void whatACallInALoopReturnsIsKept() {
    check(
        """
        program main(x: f64, a: f64[], n: i32) -> f64
        b0(x: f64, a: f64[], n: i32):
          jump b1(0, x)
        b1(i: i32, sum: f64):
          %0 = less i, n
          branch %0 b2 b4
        b2:
          %1 = call power(sum, a, 2)
          %2 = mul %1, sum
          %3 = greater %2, 40.0
          branch %3 b4 b3
        b3:
          %4 = call power(%2, a, 1)
          %5 = mul %4, 0.4
          %6 = add.i32 i, 1
          jump b1(%6, %5)
        b4:
          %7 = call power(sum, a, 3)
          %8 = mul %7, sum
          return %8

        routine power(x: f64, a: f64[], n: i32) -> f64
        b0(x: f64, a: f64[], n: i32):
          jump b1(0, x)
        b1(i: i32, p: f64):
          %0 = less i, n
          branch %0 b2 b3
        b2:
          %1 = load a, 0
          %2 = mul %1, p
          store a, 0, %2
          %3 = mul %2, x
          %4 = add.i32 i, 1
          jump b1(%4, %3)
        b3:
          return p
        """,
        1.1, new double[] {0.9}, 3);
  }

  @Test
  void arraysThatAreReturnedHaveShadowsWhetherNewOrGiven() {
    check(
        """
        program main(x: f64, a: f64[], n: i32) -> f64
        b0(x: f64, a: f64[], n: i32):
          %0 = call pick(a, x, n)
          %1 = call pick(a, x, 0)
          store %0, 0, x
          %2 = load %1, 0
          %3 = load a, 0
          %4 = load %0, 1
          %5 = mul %2, %3
          %6 = mul %5, %4
          store %1, 1, %6
          %call = call twice(%1)
          %7 = result.0 %call
          %8 = result.1 %call
          %9 = load %7, 1
          %10 = mul %9, %9
          store %8, 0, %10
          %11 = load %7, 0
          return %11

        routine pick(a: f64[], x: f64, n: i32) -> f64[]
        b0(a: f64[], x: f64, n: i32):
          %0 = less n, 1
          branch %0 b1 b2
        b1:
          %1 = copy a
          return %1
        b2:
          %2 = load a, 1
          %3 = mul %2, x
          store a, 1, %3
          %4 = sub.i32 n, 1
          %5 = call pick(a, %3, %4)
          %6 = load %5, 1
          store a, 0, %6
          return a

        routine twice(a: f64[]) -> f64[], f64[]
        b0(a: f64[]):
          %0 = copy a
          return %0, %0
        """,
        0.9, new double[] {0.7, 1.3}, 2);
  }

  @Test
  void theSameArrayMayBeGivenTwice() {
    check(
        """
        program main(x: f64, a: f64[], n: i32) -> f64
        b0(x: f64, a: f64[], n: i32):
          %0 = call mix(a, a, x)
          %1 = load a, 0
          %2 = mul %0, %1
          return %2

        routine mix(a: f64[], b: f64[], x: f64) -> f64
        b0(a: f64[], b: f64[], x: f64):
          %0 = load a, 0
          %1 = mul %0, x
          store b, 0, %1
          %2 = load a, 0
          %3 = mul %2, %0
          return %3
        """,
        0.9, new double[] {0.7}, 0);
  }

  @Test
  void rowsMayBeExchangedAndStoredToInCalls() {
    check(
        """
        program main(x: f64, a: f64[], n: i32) -> f64
        b0(x: f64, a: f64[], n: i32):
          %0 = new.f64[][] 2
          store %0, 0, a
          %1 = copy a
          store %0, 1, %1
          call swap(%0, x, n)
          %2 = load %0, 0
          %3 = load %2, 0
          %4 = load a, 0
          %5 = mul %3, %4
          %6 = mul %5, x
          return %6

        routine swap(m: f64[][], x: f64, n: i32)
        b0(m: f64[][], x: f64, n: i32):
          %0 = load m, 0
          %1 = load m, 1
          %2 = load %0, 0
          %3 = mul %2, x
          store %1, 0, %3
          store m, 0, %1
          store m, 1, %0
          %4 = greater n, 0
          branch %4 b1 b2
        b1:
          %5 = sub.i32 n, 1
          call swap(m, %3, %5)
          %6 = load %0, 0
          %7 = mul %6, %2
          store %0, 0, %7
          return
        b2:
          return
        """,
        0.9, new double[] {0.7}, 2);
  }

  @Test
  void aCallWithoutDerivativesStaysAsItIs() {
    check(
        """
        program main(x: f64, a: f64[], n: i32) -> f64
        b0(x: f64, a: f64[], n: i32):
          %0 = call count(n)
          %1 = new.i32[] 1
          store %1, 0, %0
          %2 = load %1, 0
          %3 = convert.f64 %2
          %4 = mul x, %3
          %5 = load a, 0
          %6 = mul %4, %5
          return %6

        routine count(n: i32) -> i32
        b0(n: i32):
          %0 = less n, 1
          branch %0 b1 b2
        b1:
          return 1
        b2:
          %1 = sub.i32 n, 1
          %2 = call count(%1)
          %3 = add.i32 %2, n
          return %3
        """,
        0.9, new double[] {0.7}, 3);
  }

  @Test
  void whatARoutineLoadsMayBeReplacedOnceItHasReturned() {
    check(
        """
        program main(x: f64, a: f64[], n: i32) -> f64
        b0(x: f64, a: f64[], n: i32):
          %0 = call product(a, x)
          store a, 0, 5.0
          %1 = call product(a, %0)
          %2 = load a, 1
          %3 = mul %1, %2
          store a, 1, %3
          return %3

        routine product(a: f64[], x: f64) -> f64
        b0(a: f64[], x: f64):
          jump b1(0, x)
        b1(i: i32, p: f64):
          %0 = less i, 2
          branch %0 b2 b3
        b2:
          %1 = load a, i
          %2 = mul %1, %1
          %3 = mul %2, p
          %4 = add.i32 i, 1
          jump b1(%4, %3)
        b3:
          return p
        """,
        0.9, new double[] {0.7, 1.3}, 0);
  }

  @Test
  void aRoutineMayStoreToAnArrayThatHadNothingToDoWithInputs() {
    check(
        """
        program main(x: f64, a: f64[], n: i32) -> f64
        b0(x: f64, a: f64[], n: i32):
          %0 = new.f64[] 2
          call put(%0, x)
          %1 = load %0, 1
          %2 = load a, 0
          %3 = mul %1, %2
          return %3

        routine put(a: f64[], x: f64)
        b0(a: f64[], x: f64):
          %0 = mul x, x
          store a, 1, %0
          return
        """,
        0.9, new double[] {0.7}, 0);
  }

  @Test
  void aNewArrayThatIsReturnedTwiceHasOneShadow() {
    check(
        """
        program main(x: f64, a: f64[], n: i32) -> f64
        b0(x: f64, a: f64[], n: i32):
          %0 = call make(n)
          %1 = result.0 %0
          %2 = result.1 %0
          %3 = load a, 0
          %4 = mul %3, x
          store %1, 1, %4
          %5 = load %2, 1
          %6 = mul %5, %5
          return %6

        routine make(n: i32) -> f64[], f64[]
        b0(n: i32):
          %0 = new.f64[] n
          return %0, %0
        """,
        0.9, new double[] {0.7}, 3);
  }

  @Test
  void arraysOfWhichNoneIsAnInputAreFollowedThroughCalls() {
    check(
        """
        program main(x: f64, a: f64[], n: i32) -> f64
        b0(x: f64, a: f64[], n: i32):
          %0 = new.f64[][] 2, n
          %1 = load %0, 0
          %2 = load %0, 1
          call put(%0, x, 0)
          %3 = load a, 0
          call put(%0, %3, 1)
          %4 = load %1, 0
          %5 = load %2, 1
          %6 = mul %4, %5
          call put(%0, 7.0, 0)
          %7 = load %1, 0
          %8 = mul %6, %7
          return %8

        routine put(m: f64[][], x: f64, i: i32)
        b0(m: f64[][], x: f64, i: i32):
          %0 = load m, i
          %1 = mul x, x
          store %0, i, %1
          return
        """,
        0.9, new double[] {0.7}, 3);
  }

  @Test
  void whatALoopLoadsMayBeReplacedByALaterCall() {
    check(
        """
        program main(x: f64, a: f64[], n: i32) -> f64
        b0(x: f64, a: f64[], n: i32):
          %0 = new.f64[][] 1
          store %0, 0, a
          jump b1(0, x)
        b1(i: i32, p: f64):
          %1 = less i, n
          branch %1 b2 b3
        b2:
          %2 = load a, i
          %3 = mul %2, %2
          %4 = mul %3, p
          %5 = add.i32 i, 1
          jump b1(%5, %4)
        b3:
          call double(%0, n)
          return p

        routine double(m: f64[][], n: i32)
        b0(m: f64[][], n: i32):
          %0 = less n, 1
          branch %0 b1 b2
        b1:
          return
        b2:
          %1 = load m, 0
          %2 = sub.i32 n, 1
          %3 = load %1, %2
          %4 = add %3, %3
          store %1, %2, %4
          call double(m, %2)
          return
        """,
        0.9, new double[] {0.7, 1.3}, 2);
  }
}
