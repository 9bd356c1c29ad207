package ad4j.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.error.CancelledException;
import ad4j.error.Origin;
import ad4j.error.ProgramException;
import ad4j.op.Arithmetic;
import ad4j.op.Comparison;
import ad4j.op.Real;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class InterpreterTest {
  private static final Type F64S_2 = Type.F64_ARRAY.array();
  private static final Type I64_ARRAY = Type.I64.array();
  private static final Type FLAGS = new Type(Scalar.BOOL, 1);

  private static Object run(
      List<Type> parameters,
      Type result,
      BiFunction<ProgramBuilder, Value[], Value> body,
      @Nullable Object... arguments) {
    return Interpreter.run(program(parameters, result, body), arguments)[0];
  }

  private static Program program(
      List<Type> parameters, Type result, BiFunction<ProgramBuilder, Value[], Value> body) {
    ProgramBuilder builder = new ProgramBuilder("f", List.of(result));
    Value[] xs =
        parameters.stream().map(type -> (Value) builder.parameter(type, "")).toArray(Value[]::new);
    builder.giveBack(List.of(body.apply(builder, xs)));
    return builder.build();
  }

  @ParameterizedTest
  @EnumSource(IntegralOp.class)
  void integersAreThoseOfJava(IntegralOp kind) {
    int[] ints = {0, 1, -1, 7, 33, -70, Integer.MIN_VALUE, Integer.MAX_VALUE};
    for (int x : ints) {
      for (int y : ints) {
        BiFunction<ProgramBuilder, Value[], Value> body = (b, v) -> b.integral(kind, v[0], v[1]);
        List<Type> two = List.of(Type.I32, Type.I32);
        List<Type> mixed = List.of(Type.I64, kind.isShift() ? Type.I32 : Type.I64);
        Object second = kind.isShift() ? (Object) y : (Object) (long) y;
        if (kind.mayFail() && y == 0) {
          assertThrows(ArithmeticException.class, () -> run(two, Type.I32, body, x, y));
          assertThrows(ArithmeticException.class, () -> run(mixed, Type.I64, body, (long) x, 0L));
        } else {
          assertEquals(kind.at(x, y), run(two, Type.I32, body, x, y));
          assertEquals(kind.at((long) x, (long) y), run(mixed, Type.I64, body, (long) x, second));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Comparison.class)
  void comparisonsHaveTheOutcomeOfIeee754(Comparison relation) {
    double[] numbers = {0, -0.0, 1, Double.NaN, Double.NEGATIVE_INFINITY};
    Program compare =
        program(List.of(Type.F64, Type.F64), Type.I32, (b, v) -> b.compare(relation, v[0], v[1]));
    for (double x : numbers) {
      for (double y : numbers) {
        int expected = relation.holds(x, y) ? 1 : 0;
        assertEquals(expected, Interpreter.run(compare, x, y)[0]);
        ProgramRun reals = new Interpreter(compare).onReals();
        assertEquals(expected, reals.apply(Real.constant(x), Real.constant(y))[0]);
      }
    }
    long big = 1L << 60;
    Object outcome =
        run(
            List.of(Type.I64, Type.I64),
            Type.I32,
            (b, v) -> b.compare(relation, v[0], v[1]),
            big,
            big + 1);
    assertEquals(relation.holds(0, 1) ? 1 : 0, outcome);
  }

  @Test
  void castsAreThoseOfJava() {
    for (double x : new double[] {0.9, -2.9, 1e300, -1e300, Double.NaN, 3e9}) {
      List<Type> one = List.of(Type.F64);
      assertEquals((int) x, run(one, Type.I32, (b, v) -> b.convert(v[0], Type.I32), x));
      assertEquals((long) x, run(one, Type.I64, (b, v) -> b.convert(v[0], Type.I64), x));
    }
    long big = (1L << 53) + 1;
    List<Type> one = List.of(Type.I64);
    assertEquals((double) big, run(one, Type.F64, (b, v) -> b.convert(v[0], Type.F64), big));
    assertEquals((int) ~big, run(one, Type.I32, (b, v) -> b.convert(v[0], Type.I32), ~big));
    assertEquals(-1L, run(List.of(Type.I32), Type.I64, (b, v) -> b.convert(v[0], Type.I64), -1));
  }

  @Test
  void narrowingIsThatOfJava() {
    for (int x : new int[] {0, 127, 128, -129, 70000, -70000}) {
      assertEquals((int) (byte) x, narrowed(x, 8));
      assertEquals((int) (short) x, narrowed(x, 16));
      assertEquals((int) (char) x, narrowed(x, -16));
    }
  }

  private static Object narrowed(int x, int bits) {
    return run(
        List.of(Type.I32), Type.I32, (b, v) -> b.append(new Op.Narrow(bits), Type.I32, v[0]), x);
  }

  @Test
  void storesAreSeenByTheCaller() {
    double[] doubles = {1, 2};
    int[] ints = {1, 2};
    long[] longs = {1, 2};
    boolean[] flags = {false, true};
    double[][] rows = {{1}, {2}};
    Object[] arrays = {doubles, ints, longs, flags, rows};
    Type[] types = {Type.F64_ARRAY, Type.I32_ARRAY, I64_ARRAY, FLAGS, F64S_2};
    for (int i = 0; i < arrays.length; i++) {
      run(List.of(types[i]), Type.I32, InterpreterTest::copyLastToFirst, arrays[i]);
    }
    assertArrayEquals(new double[] {2, 2}, doubles);
    assertArrayEquals(new int[] {2, 2}, ints);
    assertArrayEquals(new long[] {2, 2}, longs);
    assertArrayEquals(new boolean[] {true, true}, flags);
    assertSame(rows[1], rows[0]);
  }

  private static Value copyLastToFirst(ProgramBuilder b, Value[] v) {
    b.store(v[0], Constant.of(0), b.load(v[0], Constant.of(1)));
    return Constant.of(0);
  }

  @Test
  void arraysFailAsInJava() {
    List<Type> array = List.of(Type.F64_ARRAY, Type.I32);
    BiFunction<ProgramBuilder, Value[], Value> load = (b, v) -> b.load(v[0], v[1]);
    double[] three = new double[3];
    assertThrows(ArrayIndexOutOfBoundsException.class, () -> run(array, Type.F64, load, three, 3));
    assertThrows(ArrayIndexOutOfBoundsException.class, () -> run(array, Type.F64, load, three, -1));
    assertThrows(NullPointerException.class, () -> run(array, Type.F64, load, null, 0));
    BiFunction<ProgramBuilder, Value[], Value> make =
        (b, v) -> b.append(new Op.New(), F64S_2, v[0], v[1]);
    List<Type> ints = List.of(Type.I32, Type.I32);
    assertThrows(NegativeArraySizeException.class, () -> run(ints, F64S_2, make, 0, -1));
    assertArrayEquals(new double[2][3], (double[][]) run(ints, F64S_2, make, 2, 3));
  }

  @Test
  void newArraysAreZeroOnRealsToo() {
    Program program =
        program(
            List.of(Type.I32),
            F64S_2,
            (b, v) -> b.append(new Op.New(), F64S_2, v[0], Constant.of(2)));
    Real[][] rows = (Real[][]) new Interpreter(program).onReals().apply(3)[0];
    assertEquals(3, rows.length);
    assertArrayEquals(new double[2], Real.values(rows[2]));
    Program open =
        program(List.of(Type.I32), F64S_2, (b, v) -> b.append(new Op.New(), F64S_2, v[0]));
    assertNull(((Real[][]) new Interpreter(open).onReals().apply(3)[0])[1]);
  }

  @Test
  void zeroLikeHasTheShapeDownToTheScalars() {
    BiFunction<ProgramBuilder, Value[], Value> zeros =
        (b, v) -> b.append(new Op.ZeroLike(), F64S_2, v[0]);
    double[][] ragged = {{1, 2}, null, {}};
    double[][] found = (double[][]) run(List.of(F64S_2), F64S_2, zeros, (Object) ragged);
    assertArrayEquals(new double[][] {{0, 0}, null, {}}, found);
    assertNull(run(List.of(F64S_2), F64S_2, zeros, (Object) null));
  }

  @Test
  void copiesAreOneLevelDeep() {
    double[][] rows = {{1}, {2}};
    double[][] copy =
        (double[][])
            run(
                List.of(F64S_2),
                F64S_2,
                (b, v) -> b.append(new Op.Copy(), F64S_2, v[0]),
                (Object) rows);
    assertNotSame(rows, copy);
    assertSame(rows[1], copy[1]);
  }

  @Test
  void fillsAndMoves() {
    double[] array = {1, 2, 3, 4, 5};
    run(
        List.of(Type.F64_ARRAY),
        Type.I32,
        (b, v) -> {
          Constant[] at = {Constant.of(0), Constant.of(1), Constant.of(3)};
          b.append(new Op.Move(), Type.VOID, v[0], at[0], v[0], at[1], at[2]);
          b.append(new Op.Fill(), Type.VOID, v[0], at[2], Constant.of(5), Constant.of(9.0));
          return b.length(v[0]);
        },
        array);
    assertArrayEquals(new double[] {1, 1, 2, 9, 9}, array);
  }

  @Test
  void growingKeepsWhatIsThere() {
    BiFunction<ProgramBuilder, Value[], Value> grow =
        (b, v) -> b.append(new Op.Grow(0), Type.F64_ARRAY, v[0], v[1]);
    double[] two = {1, 2};
    List<Type> types = List.of(Type.F64_ARRAY, Type.I32);
    assertSame(two, run(types, Type.F64_ARRAY, grow, two, 2));
    double[] longer = (double[]) run(types, Type.F64_ARRAY, grow, two, 3);
    assertTrue(longer.length >= 3);
    assertEquals(2, longer[1]);
    double[] held =
        (double[])
            run(List.of(), Type.F64_ARRAY, (b, v) -> b.append(new Op.Held(3), Type.F64_ARRAY));
    assertEquals(0, held.length);
  }

  @Test
  void identityOfArraysIsCompared() {
    double[] x = {1};
    List<Type> two = List.of(Type.F64_ARRAY, Type.F64_ARRAY);
    BiFunction<ProgramBuilder, Value[], Value> same =
        (b, v) -> b.compare(Comparison.EQUAL, v[0], v[1]);
    assertEquals(1, run(two, Type.I32, same, x, x));
    assertEquals(0, run(two, Type.I32, same, x, x.clone()));
    assertEquals(1, run(two, Type.I32, same, null, null));
    BiFunction<ProgramBuilder, Value[], Value> other =
        (b, v) -> b.compare(Comparison.NOT_EQUAL, v[0], v[1]);
    assertEquals(1, run(two, Type.I32, other, x, null));
  }

  @Test
  void routinesCallThemselves() {
    Program main = Examples.factorial();
    assertEquals(120.0, Interpreter.run(main, 5.0, 5)[0]);
  }

  @Test
  void routinesGiveSeveralResults() {
    Routine both = new Routine("both", List.of(Type.F64), List.of(Type.F64, Type.I32));
    ProgramBuilder body = new ProgramBuilder("both", both.results());
    Value x = body.parameter(Type.F64, "x");
    body.giveBack(List.of(body.apply(Arithmetic.NEG, x), Constant.of(7)));
    both.define(body.build());
    Object sum =
        run(
            List.of(Type.F64),
            Type.F64,
            (b, v) -> {
              Value call = b.append(new Op.Call(both), both.type(), v[0]);
              Value first = b.append(new Op.Result(0), Type.F64, call);
              Value second = b.append(new Op.Result(1), Type.I32, call);
              return b.apply(Arithmetic.ADD, first, b.convert(second, Type.F64));
            },
            2.5);
    assertEquals(4.5, sum);
  }

  @Test
  void switchesAndThrows() {
    Program program = Examples.choice();
    assertEquals(10.0, Interpreter.run(program, 1)[0]);
    assertEquals(20.0, Interpreter.run(program, 5)[0]);
    Raised raised = assertThrows(Raised.class, () -> Interpreter.run(program, 4));
    assertEquals("IllegalStateException", raised.getMessage());
  }

  @Test
  void rosenbrockIsItself() {
    Program program = Examples.rosenbrock();
    double[] x = {1.2, 0.7, -0.3};
    double expected = 0;
    for (int i = 0; i < 2; i++) {
      double a = x[i + 1] - x[i] * x[i];
      double b = 1 - x[i];
      expected = expected + (100 * (a * a) + b * b);
    }
    assertEquals(expected, Interpreter.run(program, x)[0]);
    Object onReals = new Interpreter(program).onReals().apply((Object) Real.constants(x))[0];
    assertEquals(expected, ((Real) onReals).primal());
  }

  @Test
  void anInterruptedThreadIsCancelled() {
    Program program = Examples.rosenbrock();
    Thread.currentThread().interrupt();
    assertThrows(CancelledException.class, () -> Interpreter.run(program, new double[3]));
  }

  @Test
  void argumentsAreCounted() {
    assertThrows(ProgramException.class, () -> Interpreter.run(Examples.rosenbrock()));
  }

  @Test
  void aRunKnowsWhereItIs() {
    Origin place = new Origin("Models.java", 12, 1, "x * x", "y");
    int[] positions = new int[1];
    ProgramRun[] runs = new ProgramRun[1];
    Program program =
        program(
            List.of(Type.F64),
            Type.F64,
            (b, v) -> {
              b.origin(place);
              return b.apply(
                  ad4j.op.Operator.unary("look")
                      .value(
                          x -> {
                            positions[0] = runs[0].current();
                            return x;
                          })
                      .slope((x, y) -> Real.constant(1)),
                  v[0]);
            });
    runs[0] = new Interpreter(program).onReals();
    assertEquals(-1, runs[0].current());
    runs[0].apply(Real.constant(3));
    assertEquals(place, runs[0].origin(positions[0]));
    assertEquals(-1, runs[0].current());
    assertNull(runs[0].origin(-1));
  }
}
