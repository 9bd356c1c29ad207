package ad4j.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.engine.Engines;
import ad4j.engine.ForwardEngine;
import ad4j.engine.RealFunction;
import ad4j.error.NotDifferentiableException;
import ad4j.error.Origin;
import ad4j.error.ProgramException;
import ad4j.op.Arithmetic;
import ad4j.op.Operator;
import ad4j.op.Operators;
import ad4j.op.Real;
import ad4j.program.Interpreter;
import ad4j.program.Op;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.ProgramParser;
import ad4j.program.Simplify;
import ad4j.program.Type;
import ad4j.program.Value;
import ad4j.program.Verifier;
import ad4j.testkit.RandomProgram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Pushforwards of Programs against duals, differences, and each other. */
final class ProgramPushforwardTest {
  private static final int SEEDS = 200;
  private static final ForwardEngine ENGINE = new Engines(List.of(new DualEngine())).forward();
  private static final ProgramParser PARSER =
      new ProgramParser(new Operators(List.of(new Arithmetic())));

  private static Program pushforward(Program program, List<Integer> active, int lanes) {
    return Verifier.verify(ENGINE.pushforward(program, active, lanes));
  }

  /** Directions for x, y and s, as one row. */
  private static double[] direction(long seed) {
    return new SplittableRandom(seed).doubles(11, -1, 1).toArray();
  }

  /** What a Program gives of all its results that are doubles, at these reals. */
  private static RealFunction function(RandomProgram random) {
    return in -> {
      Object[] given = random.arguments();
      given[0] = Arrays.copyOfRange(in, 0, 4);
      given[1] = Arrays.copyOfRange(in, 4, 10);
      given[2] = in[10];
      Object[] found = new Interpreter(random.program()).onReals().apply(given);
      List<Real> all = new ArrayList<>(List.of((Real) found[0], (Real) found[1]));
      all.addAll(List.of((Real[]) found[2]));
      all.addAll(List.of((Real[]) given[0]));
      return all.toArray(Real[]::new);
    };
  }

  private static double[] point(RandomProgram random) {
    Object[] given = random.arguments();
    double[] point = Arrays.copyOf((double[]) given[0], 11);
    System.arraycopy((double[]) given[1], 0, point, 4, 6);
    point[10] = (double) given[2];
    return point;
  }

  /** Results and tangents, in the order of {@link #function}, by lane. */
  private static List<double[]> run(Program pushed, RandomProgram random, double[]... rows) {
    int lanes = rows.length;
    List<Object> given = new ArrayList<>(List.of(random.arguments()));
    for (double[] row : rows) {
      given.add(Arrays.copyOfRange(row, 0, 4));
    }
    for (double[] row : rows) {
      given.add(Arrays.copyOfRange(row, 4, 10));
    }
    for (double[] row : rows) {
      given.add(row[10]);
    }
    Object[] arguments = given.toArray();
    Object[] found = Interpreter.run(pushed, arguments);
    List<double[]> all = new ArrayList<>();
    all.add(row(found[0], found[1], found[2], arguments[0]));
    for (int lane = 0; lane < lanes; lane++) {
      Object x = arguments[5 + lane];
      all.add(row(found[3 + lane], found[3 + lanes + lane], found[3 + 2 * lanes + lane], x));
    }
    return all;
  }

  private static double[] row(Object first, Object second, Object array, Object x) {
    double[] elements = (double[]) array;
    double[] row = Arrays.copyOf(new double[] {(double) first, (double) second}, 2);
    row = Arrays.copyOf(row, 6 + elements.length);
    System.arraycopy(elements, 0, row, 2, elements.length);
    System.arraycopy((double[]) x, 0, row, 2 + elements.length, 4);
    return row;
  }

  @Test
  void randomProgramsGiveWhatDualsGive() {
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomProgram random = RandomProgram.of(seed);
      Program pushed = pushforward(random.program(), RandomProgram.ACTIVE, 2);
      double[][] rows = {direction(seed), direction(seed + 1000L)};
      List<double[]> found = run(pushed, random, rows);
      Real[][] directions = {Real.constants(rows[0]), Real.constants(rows[1])};
      var expected =
          ENGINE.pushforward(function(random), Real.constants(point(random)), directions);
      requireClose(Real.values(expected.value()), found.get(0), 0, "values of seed " + seed);
      for (int lane = 0; lane < 2; lane++) {
        double[] tangents = Real.values(expected.tangents()[lane]);
        requireClose(tangents, found.get(1 + lane), 1e-11, "lane " + lane + " of seed " + seed);
      }
    }
  }

  @Test
  void simplifiedPushforwardsAreTheSame() {
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomProgram random = RandomProgram.of(seed);
      Program pushed = pushforward(random.program(), RandomProgram.ACTIVE, 1);
      Program simple = Verifier.verify(Simplify.simplify(pushed));
      List<double[]> expected = run(pushed, random, direction(seed));
      List<double[]> found = run(simple, random, direction(seed));
      requireClose(expected.get(0), found.get(0), 0, "values of seed " + seed);
      requireClose(expected.get(1), found.get(1), 0, "tangents of seed " + seed);
    }
  }

  @Test
  void constantParametersHaveNoTangents() {
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomProgram random = RandomProgram.of(seed);
      Program full = pushforward(random.program(), RandomProgram.ACTIVE, 1);
      Program partial = pushforward(random.program(), List.of(1), 1);
      double[] direction = direction(seed);
      Arrays.fill(direction, 0, 4, 0);
      direction[10] = 0;
      double[] expected = run(full, random, direction).get(1);
      List<Object> given = new ArrayList<>(List.of(random.arguments()));
      given.add(Arrays.copyOfRange(direction, 4, 10));
      Object[] found = Interpreter.run(partial, given.toArray());
      double[] tangents = {(double) found[3], (double) found[4]};
      String what = "seed " + seed;
      requireClose(Arrays.copyOf(expected, 2), tangents, 1e-13, what);
      double[] array = (double[]) found[5];
      requireClose(Arrays.copyOfRange(expected, 2, 2 + array.length), array, 1e-13, what);
    }
  }

  @Test
  void pushforwardsOfPushforwardsAreSecondDerivatives() {
    for (int seed = 0; seed < 60; seed++) {
      RandomProgram random = RandomProgram.of(seed);
      Program first = pushforward(random.program(), RandomProgram.ACTIVE, 1);
      Program second = pushforward(Simplify.simplify(first), RandomProgram.ACTIVE, 1);
      double[] u = direction(seed);
      double[] v = direction(seed + 1000L);
      List<Object> given = new ArrayList<>(List.of(random.arguments()));
      for (double[] row : new double[][] {u, v}) {
        given.add(Arrays.copyOfRange(row, 0, 4));
        given.add(Arrays.copyOfRange(row, 4, 10));
        given.add(row[10]);
      }
      Object[] found = Interpreter.run(second, given.toArray());
      RealFunction slope =
          x -> {
            Real[][] along = {Real.constants(u)};
            return ENGINE.pushforward(function(random), x, along).tangents()[0];
          };
      Real[] at = Real.constants(point(random));
      Real[][] along = {Real.constants(v)};
      double[] expected = Real.values(ENGINE.pushforward(slope, at, along).tangents()[0]);
      // results: 3 values, 3 tangents, and tangents of these six
      double[] curvature = {(double) found[9], (double) found[10]};
      requireClose(Arrays.copyOf(expected, 2), curvature, 1e-10, "seed " + seed);
    }
  }

  @Test
  void directionsAgreeWithDifferences() {
    Program program =
        PARSER.parse(
            """
            program norm(x: f64[], n: i32) -> f64
            b0(x: f64[], n: i32):
              %0 = new.f64[] n
              jump b1(0, 0.0)
            b1(i: i32, sum: f64):
              %1 = less i, n
              branch %1 b2 b3
            b2:
              %2 = load x, i
              %3 = mul %2, %2
              %4 = div %3, 3.0
              store %0, i, %4
              %5 = load %0, i
              %6 = mul %5, %2
              %7 = add sum, %6
              %8 = add.i32 i, 1
              jump b1(%8, %7)
            b3:
              return sum
            """);
    Program pushed = pushforward(program, List.of(0), 1);
    assertEquals(List.of(Type.F64, Type.F64), pushed.results());
    double[] x = {1.5, -0.5, 2};
    double[] dx = {1, 2, -1};
    double found = (double) Interpreter.run(pushed, x, 3, dx)[1];
    double h = 1e-6;
    double[] ahead = new double[3];
    double[] behind = new double[3];
    Arrays.setAll(ahead, i -> x[i] + h * dx[i]);
    Arrays.setAll(behind, i -> x[i] - h * dx[i]);
    double f = (double) Interpreter.run(program, ahead, 3)[0];
    double g = (double) Interpreter.run(program, behind, 3)[0];
    assertEquals((f - g) / (2 * h), found, 1e-8);
  }

  @Test
  void whatDependsOnNothingHasNoShadow() {
    Program program =
        PARSER.parse(
            """
            program f(x: f64, a: f64[]) -> f64, f64[]
            b0(x: f64, a: f64[]):
              %0 = new.f64[] 3
              store %0, 0, 2.0
              %1 = load %0, 0
              %2 = mul %1, x
              store a, 0, 1.0
              return %2, a
            """);
    Program pushed = pushforward(program, List.of(0), 1);
    long stores =
        pushed.entry().instructions().stream()
            .filter(each -> each.op() instanceof Op.Store)
            .count();
    assertEquals(2, stores);
    Object[] found = Interpreter.run(pushed, 5.0, new double[2], 1.0);
    assertEquals(2.0, found[2]);
    assertEquals(0.0, ((double[]) found[3])[0]);
  }

  @Test
  void heldArraysHaveShadowsInSlotsOfTheirOwn() {
    Program program =
        PARSER.parse(
            """
            program f(x: f64) -> f64
            b0(x: f64):
              %0 = held.0.f64[]
              %1 = grow.0 %0, 4
              store %1, 3, x
              %2 = held.1.f64[]
              %3 = grow.1 %2, 2
              %4 = load %1, 3
              %5 = mul %4, %4
              store %3, 1, %5
              %6 = load %3, 1
              return %6
            """);
    Program pushed = pushforward(program, List.of(0), 2);
    long slots =
        pushed.entry().instructions().stream()
            .filter(each -> each.op() instanceof Op.Grow)
            .map(each -> each.op())
            .distinct()
            .count();
    assertEquals(6, slots);
    Object[] found = Interpreter.run(pushed, 3.0, 1.0, 0.5);
    assertEquals(List.of(9.0, 6.0, 3.0), List.of(found));
  }

  @Test
  void slopesThatDecideByNumbersAreRefused() {
    Operator odd =
        Operator.unary("odd")
            .value(Math::abs)
            .slope((x, y) -> Real.constant(x.lessThan(0) ? -1 : 1));
    Origin place = new Origin("Models.java", 3, 1, "odd(x)", "");
    ProgramBuilder b = new ProgramBuilder("f", List.of(Type.F64));
    Value x = b.parameter(Type.F64, "x");
    b.origin(place);
    b.giveBack(List.of(b.apply(odd, x)));
    Program program = b.build();
    NotDifferentiableException e =
        assertThrows(
            NotDifferentiableException.class, () -> ENGINE.pushforward(program, List.of(0), 1));
    assertEquals(place, e.origin());
  }

  @Test
  void intsHaveNoTangents() {
    Program program = RandomProgram.of(0).program();
    assertThrows(ProgramException.class, () -> ENGINE.pushforward(program, List.of(3), 1));
  }

  private static void requireClose(
      double[] expected, double[] found, double tolerance, String what) {
    assertEquals(expected.length, found.length, what);
    for (int i = 0; i < expected.length; i++) {
      double allowed = tolerance * Math.max(1, Math.abs(expected[i]));
      boolean close = Math.abs(expected[i] - found[i]) <= allowed;
      assertTrue(close, what + " [" + i + "]: " + expected[i] + ", found " + found[i]);
    }
  }
}
