package ad4j.compiler.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.error.LimitException;
import ad4j.op.Arithmetic;
import ad4j.op.BinaryOperator;
import ad4j.op.Comparison;
import ad4j.program.Constant;
import ad4j.program.Draft;
import ad4j.program.IntegralOp;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import ad4j.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No method is larger than what the JIT compiler takes. */
final class OutlineTest {
  private final BytecodeCompiler compiler = new BytecodeCompiler();

  private void assertFits(Program program) {
    BytecodeCompiler.Written written = compiler.write(program);
    int largest = BytecodeCompiler.largest(written.bytes());
    assertTrue(largest <= 7500, "a method of " + largest + " bytes");
    assertEquals(
        Outcome.interpreted(program, x()), Outcome.compiled(compiler.compile(program), x()));
  }

  private static Object x() {
    return new double[] {0.3, 0.9, -0.7, 1.1};
  }

  /** Appends so many operations, each on some of the last values, and gives their sum. */
  private static Value operations(ProgramBuilder b, Value x, int count) {
    Random dice = new Random(count);
    List<Value> last = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      last.add(b.load(x, Constant.of(i % 4)));
    }
    List<BinaryOperator> operators = List.of(Arithmetic.ADD, Arithmetic.SUB, Arithmetic.MUL);
    for (int i = 0; i < count; i++) {
      Value value =
          b.apply(
              operators.get(dice.nextInt(3)),
              last.get(dice.nextInt(last.size())),
              dice.nextInt(4) == 0 ? b.load(x, Constant.of(2)) : last.get(i % 12));
      last.set(i % 12, value);
    }
    Value sum = last.getFirst();
    for (Value value : last) {
      sum = b.apply(Arithmetic.ADD, sum, value);
    }
    return sum;
  }

  @Test
  void aBlockOfTwentyThousandOperations() {
    ProgramBuilder b = new ProgramBuilder("long", List.of(Type.F64));
    Value x = b.parameter(Type.F64_ARRAY, "x");
    b.giveBack(List.of(operations(b, x, 20_000)));
    assertFits(b.build());
  }

  @Test
  void aLoopWithThreeThousandOperations() {
    ProgramBuilder b = new ProgramBuilder("loop", List.of(Type.F64));
    Value x = b.parameter(Type.F64_ARRAY, "x");
    Variable sum = new Variable(Type.F64, "sum");
    b.set(sum, Constant.ZERO);
    Loops.count(
        b,
        Constant.of(5),
        i -> b.set(sum, b.apply(Arithmetic.ADD, b.get(sum), operations(b, x, 3000))));
    b.giveBack(List.of(b.get(sum)));
    assertFits(b.build());
  }

  @Test
  void manyLoopsAfterAndWithinEachOther() {
    ProgramBuilder b = new ProgramBuilder("nests", List.of(Type.F64));
    Value x = b.parameter(Type.F64_ARRAY, "x");
    Variable sum = new Variable(Type.F64, "sum");
    b.set(sum, Constant.ZERO);
    for (int i = 0; i < 60; i++) {
      nest(b, x, sum, 1 + i % 4);
    }
    b.giveBack(List.of(b.get(sum)));
    assertFits(b.build());
  }

  private static void nest(ProgramBuilder b, Value x, Variable sum, int depth) {
    Loops.count(
        b,
        Constant.of(2),
        i -> {
          b.store(x, i, b.apply(Arithmetic.MUL, b.load(x, i), Constant.of(0.99)));
          Value some = operations(b, x, 20);
          b.set(sum, b.apply(Arithmetic.ADD, b.get(sum), some));
          if (depth > 1) {
            nest(b, x, sum, depth - 1);
          }
        });
  }

  @Test
  void aLoopThatIsLeftInManyPlacesIsDividedToo() {
    for (int stop : new int[] {-1, 3, 400, 601}) {
      ProgramBuilder b = new ProgramBuilder("exits", List.of(Type.F64));
      Value x = b.parameter(Type.F64_ARRAY, "x");
      Variable sum = new Variable(Type.F64, "sum");
      b.set(sum, Constant.ZERO);
      Draft broken = b.block();
      Loops.count(b, Constant.of(4), i -> leavings(b, x, sum, i, stop, broken));
      b.giveBack(List.of(b.get(sum)));
      b.at(broken);
      b.giveBack(List.of(b.apply(Arithmetic.NEG, b.get(sum))));
      assertFits(b.build());
    }
  }

  /** 200 small steps, after each of which the loop may be left: by a break, or by a return. */
  private static void leavings(
      ProgramBuilder b, Value x, Variable sum, Value i, int stop, Draft broken) {
    Value first = b.load(x, i);
    for (int k = 0; k < 200; k++) {
      Value step = b.apply(Arithmetic.MUL, b.load(x, Constant.of(k % 4)), b.get(sum));
      b.set(sum, b.apply(Arithmetic.ADD, step, first));
      Value place = b.integral(IntegralOp.MUL, i, Constant.of(200));
      Value here = b.integral(IntegralOp.ADD, place, Constant.of(k));
      Draft out = b.block();
      Draft on = b.block();
      b.branch(b.compare(Comparison.EQUAL, here, Constant.of(stop)), out, on);
      b.at(out);
      if (k % 3 == 0) {
        b.jump(broken);
      } else {
        b.giveBack(List.of(b.apply(Arithmetic.SUB, step, first)));
      }
      b.at(on);
    }
  }

  @Test
  void moreArgumentsThanTheJvmPassesAreRefused() {
    ProgramBuilder b = new ProgramBuilder("many", List.of());
    for (int i = 0; i < 130; i++) {
      b.parameter(Type.F64, "");
    }
    b.giveBack(List.of());
    Program program = b.build();
    LimitException limit = assertThrows(LimitException.class, () -> compiler.compile(program));
    assertTrue(limit.what().contains("130 arguments"), limit.what());
  }

  @Test
  void whatCannotBeDividedIsRefused() {
    ProgramBuilder b = new ProgramBuilder("wide", List.of(Type.F64));
    Value x = b.parameter(Type.F64_ARRAY, "x");
    List<Value> all = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      all.add(b.load(x, Constant.of(i)));
    }
    Value sum = Constant.ZERO;
    for (Value value : all) {
      sum = b.apply(Arithmetic.ADD, sum, value);
    }
    for (Value value : all) {
      sum = b.apply(Arithmetic.MUL, sum, value);
    }
    b.giveBack(List.of(sum));
    Program program = b.build();
    LimitException limit = assertThrows(LimitException.class, () -> compiler.compile(program));
    assertTrue(limit.what().contains("wide"), limit.getMessage());
  }
}
