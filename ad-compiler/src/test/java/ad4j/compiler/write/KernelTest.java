package ad4j.compiler.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.error.ProgramException;
import ad4j.op.Arithmetic;
import ad4j.op.Comparison;
import ad4j.op.Operator;
import ad4j.op.UnaryOperator;
import ad4j.program.Constant;
import ad4j.program.Draft;
import ad4j.program.IntegralOp;
import ad4j.program.Kernel;
import ad4j.program.Op;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.Routine;
import ad4j.program.Type;
import ad4j.program.Value;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What kernels are like from outside. */
final class KernelTest {
  private final BytecodeCompiler compiler = new BytecodeCompiler();

  @Test
  void aKernelRunsWithAndWithoutBoxes() {
    Kernel kernel = compiler.compile(Loops.dot());
    double[] x = {1, 2, 3};
    assertEquals(14, kernel.run(x, x, new Object[0]));
    assertArrayEquals(new Object[] {14.0}, kernel.run((Object) x, x));
  }

  @Test
  void furtherArgumentsOfADirectRunAreBoxed() {
    ProgramBuilder b = new ProgramBuilder("scaled", List.of());
    Value x = b.parameter(Type.F64_ARRAY, "x");
    Value y = b.parameter(Type.F64_ARRAY, "y");
    Value factor = b.parameter(Type.F64, "factor");
    Value n = b.parameter(Type.I32, "n");
    b.store(y, n, b.apply(Arithmetic.MUL, factor, b.load(x, n)));
    b.giveBack(List.of());
    double[] scaled = new double[2];
    assertEquals(
        0, compiler.compile(b.build()).run(new double[] {3, 4}, scaled, new Object[] {5.0, 1}));
    assertArrayEquals(new double[] {0, 20}, scaled);
  }

  @Test
  void threeArraysNeedNoBoxes() {
    ProgramBuilder b = new ProgramBuilder("added", List.of(Type.F64));
    Value x = b.parameter(Type.F64_ARRAY, "x");
    Value y = b.parameter(Type.F64_ARRAY, "y");
    Value sum = b.parameter(Type.F64_ARRAY, "sum");
    Value i = b.parameter(Type.I32, "i");
    Value added = b.apply(Arithmetic.ADD, b.load(x, i), b.load(y, i));
    b.store(sum, i, added);
    b.giveBack(List.of(added));
    Kernel kernel = compiler.compile(b.build());
    double[] given = {3, 4};
    double[] sums = new double[2];
    assertEquals(8, kernel.run(given, given, sums, new Object[] {1}));
    assertArrayEquals(new double[] {0, 8}, sums);
    assertEquals(6, kernel.run(given, given, new Object[] {sums, 0}));
    assertArrayEquals(new double[] {6, 8}, sums);
  }

  @Test
  void whatDoesNotFitADirectRunIsRefused() {
    Kernel kernel = compiler.compile(Loops.rotate(2));
    ProgramException refused =
        assertThrows(
            ProgramException.class, () -> kernel.run(new double[0], new double[0], new Object[0]));
    assertTrue(refused.what().contains("[i32] -> [f64, f64]"), refused.getMessage());
    Kernel two = compiler.compile(Loops.dot());
    double[] none = {};
    refused = assertThrows(ProgramException.class, () -> two.run(none, none, none, new Object[0]));
    assertTrue(refused.what().contains("with 3 double[]"), refused.getMessage());
    assertThrows(ProgramException.class, () -> kernel.run(1, 2));
  }

  @Test
  void callsGiveAnyNumberOfResults() {
    List<Type> all = List.of(Type.F64, Type.I32, Type.I64, Type.F64_ARRAY, Type.I32_ARRAY);
    for (int count = 0; count <= all.size(); count++) {
      for (int first = 0; first < all.size(); first++) {
        List<Type> types = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          types.add(all.get((first + i) % all.size()));
        }
        Object[] given = {1.5, Integer.MIN_VALUE, Long.MAX_VALUE, new double[] {2}, new int[] {3}};
        Program program = passing(all, types);
        assertEquals(
            Outcome.interpreted(program, given),
            Outcome.compiled(compiler.compile(program), given),
            types::toString);
      }
    }
  }

  /** Calls a routine that returns what it is given of these types, and returns that. */
  private static Program passing(List<Type> given, List<Type> types) {
    Routine routine = new Routine("pass", given, types);
    ProgramBuilder b = new ProgramBuilder("pass", types);
    List<Value> xs = given.stream().<Value>map(type -> b.parameter(type, "")).toList();
    b.giveBack(types.stream().map(type -> xs.get(given.indexOf(type))).toList());
    routine.define(b.build());
    ProgramBuilder main = new ProgramBuilder("main", types);
    Value[] ys = given.stream().map(type -> main.parameter(type, "")).toArray(Value[]::new);
    Value call = main.append(new Op.Call(routine), routine.type(), ys);
    List<Value> results = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      results.add(types.size() == 1 ? call : main.append(new Op.Result(i), types.get(i), call));
    }
    main.giveBack(results);
    return main.build();
  }

  @Test
  void aRoutineWithLoopsTakesManyArguments() {
    List<Type> given =
        List.of(
            Type.I32,
            Type.F64,
            Type.I64,
            Type.F64_ARRAY,
            Type.I32_ARRAY,
            Type.F64_ARRAY.array(),
            Type.I32);
    Routine routine = new Routine("adds", given, List.of(Type.F64));
    ProgramBuilder b = new ProgramBuilder("adds", routine.results());
    List<Value> xs = given.stream().<Value>map(type -> b.parameter(type, "")).toList();
    Value row = b.load(xs.get(5), Constant.of(1));
    Value large = b.convert(xs.get(2), Type.F64);
    Loops.count(
        b,
        xs.getFirst(),
        i ->
            Loops.count(
                b,
                xs.getLast(),
                j -> {
                  Value whole = b.convert(b.load(xs.get(4), j), Type.F64);
                  Value sum = b.apply(Arithmetic.ADD, b.load(row, i), whole);
                  b.store(row, i, b.apply(Arithmetic.ADD, sum, b.load(xs.get(3), j)));
                }));
    b.giveBack(List.of(b.apply(Arithmetic.ADD, large, xs.get(1))));
    routine.define(b.build());
    assertTrue(Packed.suits(routine.body()));
    ProgramBuilder main = new ProgramBuilder("main", List.of(Type.F64));
    Value[] ys = given.stream().map(type -> main.parameter(type, "")).toArray(Value[]::new);
    // What is read of an array before a call changes it comes before that call in the arguments,
    // too.
    Routine change = new Routine("change", List.of(Type.F64_ARRAY), List.of(Type.F64_ARRAY));
    ProgramBuilder changes = new ProgramBuilder("change", change.results());
    Value array = changes.parameter(Type.F64_ARRAY, "");
    changes.store(array, Constant.of(0), Constant.of(1000.0));
    changes.giveBack(List.of(array));
    change.define(changes.build());
    ys[1] = main.load(ys[3], Constant.of(0));
    ys[3] = main.append(new Op.Call(change), Type.F64_ARRAY, ys[3]);
    main.giveBack(List.of(main.append(new Op.Call(routine), Type.F64, ys)));
    Program program = main.build();
    Supplier<Object[]> arguments =
        () ->
            new Object[] {
              2,
              0.5,
              -(1L << 60),
              new double[] {0.25, 3},
              new int[] {Integer.MIN_VALUE, 7},
              new double[][] {{}, {1, 2}},
              2
            };
    Object[] interpreted = arguments.get();
    Object[] compiled = arguments.get();
    assertEquals(
        Outcome.interpreted(program, interpreted),
        Outcome.compiled(compiler.compile(program), compiled));
    assertTrue(Arrays.deepEquals(interpreted, compiled), () -> Arrays.deepToString(compiled));
    assertEquals(1000.0 + Integer.MIN_VALUE + 7 + 3 + 1, ((double[][]) compiled[5])[1][0]);
  }

  @Test
  void aRoutineCallsItself() {
    Routine routine = new Routine("fibonacci", List.of(Type.I32), List.of(Type.F64));
    ProgramBuilder b = new ProgramBuilder("fibonacci", routine.results());
    Value n = b.parameter(Type.I32, "n");
    Draft more = b.block();
    Draft end = b.block();
    b.branch(b.compare(Comparison.GREATER, n, Constant.of(1)), more, end);
    b.at(end);
    b.giveBack(List.of(b.convert(n, Type.F64)));
    b.at(more);
    Value less = b.integral(IntegralOp.SUB, n, Constant.of(1));
    Value lesser = b.integral(IntegralOp.SUB, n, Constant.of(2));
    Value one = b.append(new Op.Call(routine), Type.F64, less);
    Value other = b.append(new Op.Call(routine), Type.F64, lesser);
    b.giveBack(List.of(b.apply(Arithmetic.ADD, one, other)));
    routine.define(b.build());
    assertEquals(6765.0, compiler.compile(routine.body()).run(20)[0]);
  }

  /** Counts in a held array, applies the operator, counts again; returns the sum of both. */
  private static Program counting(Operator between) {
    ProgramBuilder b = new ProgramBuilder("counting", List.of(Type.F64));
    b.parameter(Type.F64_ARRAY, "x");
    b.parameter(Type.F64_ARRAY, "y");
    Value depth = b.parameter(Type.F64, "depth");
    Value held = b.append(new Op.Held(1), Type.F64_ARRAY);
    Value kept = b.append(new Op.Grow(1), Type.F64_ARRAY, held, Constant.of(1));
    b.store(kept, Constant.of(0), depth);
    Value inner = b.apply(between, depth);
    b.giveBack(List.of(b.apply(Arithmetic.ADD, b.load(kept, Constant.of(0)), inner)));
    return b.build();
  }

  @Test
  void aKernelRunsInsideItself() {
    AtomicReference<Kernel> self = new AtomicReference<>();
    UnaryOperator again =
        Operator.unary("again")
            .value(
                x -> x <= 0 ? 0 : (Double) self.get().run(new double[0], new double[0], x - 1)[0])
            .slope((x, y) -> x);
    self.set(compiler.compile(counting(again)));
    assertEquals(55, self.get().run(new double[0], new double[0], new Object[] {10.0}));
  }

  @Test
  void whatIsHeldIsKeptAlsoAfterAFailure() {
    ProgramBuilder b = new ProgramBuilder("failing", List.of(Type.I32));
    Value index = b.parameter(Type.I32, "index");
    Value held = b.append(new Op.Held(0), Type.F64_ARRAY);
    Value before = b.length(held);
    Value kept = b.append(new Op.Grow(0), Type.F64_ARRAY, held, Constant.of(5));
    b.store(kept, index, Constant.ONE);
    b.giveBack(List.of(before));
    Kernel kernel = compiler.compile(b.build());
    assertThrows(ArrayIndexOutOfBoundsException.class, () -> kernel.run(-1));
    assertEquals(5, kernel.run(0)[0]);
  }

  @Test
  void sixteenThreadsRunOneKernel() throws InterruptedException {
    UnaryOperator slow = Operator.unary("slow").value(x -> Math.sin(x)).slope((x, y) -> x);
    Kernel kernel = compiler.compile(counting(slow));
    AtomicReference<String> wrong = new AtomicReference<>("");
    List<Thread> threads =
        IntStream.range(0, 16).mapToObj(i -> new Thread(() -> repeat(kernel, i, wrong))).toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals("", wrong.get());
  }

  private static void repeat(Kernel kernel, double x, AtomicReference<String> wrong) {
    double right = x + Math.sin(x);
    for (int i = 0; i < 5000; i++) {
      double result = kernel.run(new double[0], new double[0], new Object[] {x});
      if (result != right) {
        wrong.set(result + " for " + right);
      }
    }
  }

  @Test
  void classesGoWithTheirKernels() throws InterruptedException {
    List<WeakReference<Class<?>>> classes = new ArrayList<>();
    Program program = Loops.dot();
    for (int i = 0; i < 2000; i++) {
      classes.add(new WeakReference<>(compiler.compile(program).getClass()));
    }
    long left = classes.size();
    for (int i = 0; i < 20 && left > 0; i++) {
      System.gc();
      Thread.sleep(50);
      left = classes.stream().filter(known -> known.get() != null).count();
    }
    assertTrue(left < 10, left + " classes are left");
  }
}
