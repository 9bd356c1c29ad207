package ad4j.compiler.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ad4j.error.Origin;
import ad4j.op.Comparison;
import ad4j.op.Operator;
import ad4j.op.OperatorProvider;
import ad4j.op.Operators;
import ad4j.program.Constant;
import ad4j.program.Draft;
import ad4j.program.IntegralOp;
import ad4j.program.Kernel;
import ad4j.program.Op;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.Raised;
import ad4j.program.Scalar;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Each operation does what it does when it is interpreted, and what Java does. */
final class OperationTest {
  private static final double[] REALS = {
    0, -0.0, 1, -1.5, 2.5, 1e300, Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NaN
  };
  private static final int[] INTS = {0, 1, -1, 7, 33, -40, Integer.MIN_VALUE, Integer.MAX_VALUE};
  private static final long[] LONGS = {0, 1, -1, 7, 65, -40, Long.MIN_VALUE, Long.MAX_VALUE};

  private final BytecodeCompiler compiler = new BytecodeCompiler();
  private final Map<Program, Kernel> kernels = new HashMap<>();

  private static Program program(
      List<Type> given, Type result, BiFunction<ProgramBuilder, List<Value>, Value> body) {
    ProgramBuilder b =
        new ProgramBuilder("test", result.equals(Type.VOID) ? List.of() : List.of(result));
    List<Value> parameters = given.stream().<Value>map(type -> b.parameter(type, "")).toList();
    Value value = body.apply(b, parameters);
    b.giveBack(result.equals(Type.VOID) ? List.of() : List.of(value));
    return b.build();
  }

  private void assertSame(Program program, Object... arguments) {
    Object[] copies = Arrays.stream(arguments).map(OperationTest::copy).toArray();
    assertEquals(
        Outcome.interpreted(program, copies),
        Outcome.compiled(kernels.computeIfAbsent(program, compiler::compile), arguments),
        () -> program + " at " + Arrays.deepToString(copies));
  }

  private static Object copy(Object argument) {
    return switch (argument) {
      case double[] numbers -> numbers.clone();
      case int[] numbers -> numbers.clone();
      case long[] numbers -> numbers.clone();
      case boolean[] truths -> truths.clone();
      case Object[] rows -> {
        Object[] copies = rows.clone();
        Arrays.setAll(copies, i -> copy(rows[i]));
        yield copies;
      }
      default -> argument;
    };
  }

  @Test
  void everyOperatorHasItsDeclaredValue() {
    Operators all =
        new Operators(
            ServiceLoader.load(OperatorProvider.class).stream().map(x -> x.get()).toList());
    for (Operator operator : all.all()) {
      int arity = operator.arity() < 0 ? 2 : operator.arity();
      Program program =
          program(
              Collections.nCopies(arity, Type.F64),
              Type.F64,
              (b, xs) -> b.apply(operator, xs.toArray(Value[]::new)));
      Kernel kernel = compiler.compile(program);
      for (double x : REALS) {
        for (double y : REALS) {
          Object[] given = new Object[arity];
          double[] plain = new double[arity];
          for (int i = 0; i < arity; i++) {
            plain[i] = i == 0 ? x : i == 1 ? y : 0.25;
            given[i] = plain[i];
          }
          assertEquals(
              operator.value(plain),
              kernel.run(given)[0],
              () -> operator + " at " + Arrays.toString(plain));
        }
      }
    }
  }

  @Test
  void comparisonsOfRealsHoldAsIeeeHasIt() {
    for (Comparison relation : Comparison.values()) {
      for (boolean branch : new boolean[] {false, true}) {
        Kernel kernel =
            compiler.compile(
                branch ? branching(relation, Type.F64) : comparing(relation, Type.F64));
        for (double x : REALS) {
          for (double y : REALS) {
            assertEquals(
                relation.holds(x, y) ? 1 : 0,
                kernel.run(x, y)[0],
                () -> x + " " + relation + " " + y + (branch ? " in a branch" : ""));
          }
        }
      }
    }
  }

  @Test
  void comparisonsOfIntegersAreExact() {
    for (Comparison relation : Comparison.values()) {
      for (Program ints : List.of(comparing(relation, Type.I32), branching(relation, Type.I32))) {
        for (int x : INTS) {
          for (int y : INTS) {
            assertSame(ints, x, y);
          }
        }
      }
      for (Program longs : List.of(comparing(relation, Type.I64), branching(relation, Type.I64))) {
        for (long x : LONGS) {
          for (long y : LONGS) {
            assertSame(longs, x, y);
          }
        }
      }
    }
  }

  private static Program comparing(Comparison relation, Type type) {
    return program(
        List.of(type, type), Type.I32, (b, xs) -> b.compare(relation, xs.get(0), xs.get(1)));
  }

  private static Program branching(Comparison relation, Type type) {
    ProgramBuilder b = new ProgramBuilder("branching", List.of(Type.I32));
    Value x = b.parameter(type, "x");
    Value y = b.parameter(type, "y");
    Draft yes = b.block();
    Draft no = b.block();
    b.branch(b.compare(relation, x, y), yes, no);
    b.at(yes);
    b.giveBack(List.of(Constant.of(1)));
    b.at(no);
    b.giveBack(List.of(Constant.of(0)));
    return b.build();
  }

  @Test
  void arraysAreComparedByIdentity() {
    double[] x = {1};
    for (Comparison relation : List.of(Comparison.EQUAL, Comparison.NOT_EQUAL)) {
      int same = relation == Comparison.EQUAL ? 1 : 0;
      Kernel kernel = compiler.compile(comparing(relation, Type.F64_ARRAY));
      assertEquals(same, kernel.run(x, x)[0]);
      assertEquals(1 - same, kernel.run(x, x.clone())[0]);
      Kernel none =
          compiler.compile(
              program(
                  List.of(Type.F64_ARRAY),
                  Type.I32,
                  (b, xs) -> b.compare(relation, xs.get(0), Constant.initial(Type.F64_ARRAY))));
      assertEquals(1 - same, none.run((Object) x)[0]);
    }
  }

  @Test
  void arithmeticOnIntegersIsExact() {
    for (IntegralOp kind : IntegralOp.values()) {
      Program ints =
          program(
              List.of(Type.I32, Type.I32),
              Type.I32,
              (b, xs) -> b.integral(kind, xs.get(0), xs.get(1)));
      for (int x : INTS) {
        for (int y : INTS) {
          assertSame(ints, x, y);
        }
      }
      Type second = kind.isShift() ? Type.I32 : Type.I64;
      Program longs =
          program(
              List.of(Type.I64, second),
              Type.I64,
              (b, xs) -> b.integral(kind, xs.get(0), xs.get(1)));
      for (long x : LONGS) {
        for (long y : LONGS) {
          assertSame(longs, x, kind.isShift() ? (Object) (int) y : (Object) y);
        }
      }
    }
  }

  @Test
  void castsAreThoseOfJava() {
    List<Type> types = List.of(Type.F64, Type.I32, Type.I64);
    for (Type from : types) {
      for (Type to : types) {
        Program program = program(List.of(from), to, (b, xs) -> b.convert(xs.get(0), to));
        for (double x : REALS) {
          switch (from.scalar()) {
            case I32 -> assertSame(program, (int) x);
            case I64 -> assertSame(program, (long) x);
            default -> assertSame(program, x);
          }
        }
      }
    }
    for (int bits : new int[] {8, 16, -16}) {
      for (int x : new int[] {5, -5, 200, 40000, -70000}) {
        assertSame(
            program(
                List.of(Type.I32),
                Type.I32,
                (b, xs) -> b.append(new Op.Narrow(bits), Type.I32, xs.get(0))),
            x);
      }
    }
  }

  @Test
  void arraysAreMadeCopiedFilledAndMoved() {
    Type rows = Type.F64_ARRAY.array();
    Type truths = new Type(Scalar.BOOL, 1);
    Type longs = new Type(Scalar.I64, 1);
    double[] x = {1, 2, 3};
    for (int n : new int[] {0, 2, -1}) {
      for (Type type : List.of(Type.F64_ARRAY, Type.I32_ARRAY, longs, truths, rows)) {
        assertSame(
            program(List.of(Type.I32), type, (b, xs) -> b.append(new Op.New(), type, xs.get(0))),
            n);
      }
      assertSame(
          program(
              List.of(Type.I32),
              rows.array(),
              (b, xs) -> b.append(new Op.New(), rows.array(), xs.get(0), xs.get(0))),
          n);
    }
    for (Op op : List.of(new Op.ZeroLike(), new Op.Copy())) {
      assertSame(same(op, Type.F64_ARRAY), x);
      assertSame(same(op, truths), new boolean[] {true});
      assertSame(same(op, longs), new long[] {1, 2});
      assertSame(same(op, rows), (Object) new double[][] {{1, 2}, {3}});
    }
    for (int until : new int[] {0, 2, 4}) {
      assertSame(
          program(
              List.of(Type.F64_ARRAY, Type.I32),
              Type.VOID,
              (b, xs) ->
                  b.append(
                      new Op.Fill(),
                      Type.VOID,
                      xs.get(0),
                      Constant.of(0),
                      xs.get(1),
                      Constant.ONE)),
          x.clone(),
          until);
      assertSame(
          program(
              List.of(Type.F64_ARRAY, Type.I32),
              Type.VOID,
              (b, xs) ->
                  b.append(
                      new Op.Move(),
                      Type.VOID,
                      xs.get(0),
                      Constant.of(0),
                      xs.get(0),
                      Constant.of(1),
                      xs.get(1))),
          x.clone(),
          until);
    }
  }

  private static Program same(Op op, Type type) {
    return program(List.of(type), type, (b, xs) -> b.append(op, type, xs.get(0)));
  }

  @Test
  void elementsOfAllTypesAreLoadedAndStored() {
    Object[] arrays = {
      new double[] {1, 2},
      new int[] {1, 2},
      new long[] {1, 2},
      new boolean[] {false, true},
      new double[][] {{1}, {2}}
    };
    List<Type> types =
        List.of(
            Type.F64_ARRAY,
            Type.I32_ARRAY,
            new Type(Scalar.I64, 1),
            new Type(Scalar.BOOL, 1),
            Type.F64_ARRAY.array());
    for (int i = 0; i < arrays.length; i++) {
      Type type = types.get(i);
      for (int index : new int[] {-1, 0, 1, 2}) {
        assertSame(
            program(
                List.of(type, Type.I32),
                type.element(),
                (b, xs) -> {
                  b.store(xs.get(0), Constant.of(0), b.load(xs.get(0), Constant.of(1)));
                  return b.load(xs.get(0), xs.get(1));
                }),
            copy(arrays[i]),
            index);
      }
    }
  }

  @Test
  void aLoadStaysBeforeAStoreToTheSamePlace() {
    assertSame(
        program(
            List.of(Type.F64_ARRAY),
            Type.F64,
            (b, xs) -> {
              Value before = b.load(xs.get(0), Constant.of(0));
              b.store(xs.get(0), Constant.of(0), Constant.of(7.0));
              return before;
            }),
        (Object) new double[] {3});
  }

  @Test
  void aSwitchGoesWhereItsKeySays() {
    for (List<Integer> keys :
        List.of(List.of(0, 1, 2), List.of(5, -100, 7000), List.<Integer>of())) {
      ProgramBuilder b = new ProgramBuilder("choice", List.of(Type.I32));
      Value n = b.parameter(Type.I32, "n");
      List<Draft> targets = keys.stream().map(key -> b.block()).toList();
      Draft other = b.block();
      b.choose(n, keys, targets, other);
      for (int i = 0; i < keys.size(); i++) {
        b.at(targets.get(i));
        b.giveBack(List.of(Constant.of(i)));
      }
      b.at(other);
      b.giveBack(List.of(Constant.of(-1)));
      Kernel kernel = compiler.compile(b.build());
      for (int key : new int[] {0, 1, 2, 3, 5, -100, 7000, Integer.MIN_VALUE}) {
        assertEquals(keys.indexOf(key), kernel.run(key)[0], () -> keys + " at " + key);
      }
    }
  }

  @Test
  void aThrowSaysWhatAndWhere() {
    Origin origin = new Origin("Models.java", 7, 3, "", "");
    ProgramBuilder b = new ProgramBuilder("raising", List.of());
    b.origin(origin);
    b.raise("new IllegalStateException(\"no\")");
    Kernel kernel = compiler.compile(b.build());
    Raised raised = assertThrows(Raised.class, kernel::run);
    assertEquals("new IllegalStateException(\"no\")", raised.getMessage());
    assertEquals(origin, raised.origin());
  }

  @Test
  void parametersOfALoopMayTradePlaces() {
    for (int values = 2; values < 6; values++) {
      for (int n = 0; n < 7; n++) {
        Object[] rotated = new Object[values];
        for (int i = 0; i < values; i++) {
          rotated[i] = 1.0 + (i + n) % values;
        }
        assertArrayEquals(rotated, compiler.compile(Loops.rotate(values)).run(n));
      }
    }
  }
}
