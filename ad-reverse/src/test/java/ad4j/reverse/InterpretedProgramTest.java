package ad4j.reverse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.engine.ProgramPositions;
import ad4j.engine.Pullback;
import ad4j.engine.RealFunction;
import ad4j.engine.Recording;
import ad4j.error.Origin;
import ad4j.op.Arithmetic;
import ad4j.op.Operators;
import ad4j.op.Real;
import ad4j.program.Constant;
import ad4j.program.Interpreter;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.ProgramParser;
import ad4j.program.ProgramRun;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Programs that are interpreted on reals, as a tape records them. */
final class InterpretedProgramTest {
  private static final ProgramParser PARSER =
      new ProgramParser(new Operators(List.of(new Arithmetic())));

  private static final Program ROSENBROCK =
      PARSER.parse(
          """
          program rosenbrock(x: f64[]) -> f64
          b0(x: f64[]):
            %0 = length x
            %1 = sub.i32 %0, 1
            jump b1(0, 0.0)
          b1(i: i32, sum: f64):
            %2 = less i, %1
            branch %2 b2 b3
          b2:
            %3 = add.i32 i, 1
            %4 = load x, i
            %5 = load x, %3
            %6 = mul %4, %4
            %7 = sub %5, %6
            %8 = sub 1.0, %4
            %9 = mul %7, %7
            %10 = mul 100.0, %9
            %11 = mul %8, %8
            %12 = add %10, %11
            %13 = add sum, %12
            jump b1(%3, %13)
          b3:
            return sum
          """);

  private static RealFunction function(Program program) {
    ProgramRun run = new Interpreter(program).onReals();
    RealFunction f = x -> new Real[] {(Real) run.apply((Object) x)[0]};
    return f.at(new ProgramPositions(run));
  }

  private static Recording record(Program program, double... x) {
    return assertInstanceOf(Recording.class, new TapeEngine().pullback(function(program), x));
  }

  @Test
  void rosenbrockHasTheGradientThatDifferencesHave() {
    double[] x = {1.2, 0.7, -0.3, 0.9};
    try (Pullback pullback = new TapeEngine().pullback(function(ROSENBROCK), x)) {
      double[] found = pullback.adjoints(new double[] {1});
      for (int i = 0; i < x.length; i++) {
        assertEquals(difference(x, i), found[i], 1e-5);
      }
    }
  }

  private static double difference(double[] x, int i) {
    double h = 1e-6;
    double[] ahead = x.clone();
    double[] behind = x.clone();
    ahead[i] += h;
    behind[i] -= h;
    double f = (double) Interpreter.run(ROSENBROCK, ahead)[0];
    double g = (double) Interpreter.run(ROSENBROCK, behind)[0];
    return (f - g) / (2 * h);
  }

  @Test
  void recordingsKnowWhereOperationsStand() {
    Origin place = new Origin("Models.java", 12, 1, "x[0] * x[0]", "y");
    ProgramBuilder b = new ProgramBuilder("f", List.of(Type.F64));
    Value x = b.parameter(Type.F64_ARRAY, "x");
    b.origin(place);
    Value first = b.load(x, Constant.of(0));
    b.giveBack(List.of(b.apply(Arithmetic.MUL, first, first)));
    try (Recording recording = record(b.build(), 3)) {
      assertEquals(place, recording.graph().nodes().getLast().origin());
    }
  }

  @Test
  void comparisonsAreNotedAndReplayed() {
    Program program =
        PARSER.parse(
            """
            program f(x: f64[]) -> f64
            b0(x: f64[]):
              %0 = load x, 0
              %1 = less %0, 1.0
              branch %1 b1(2.0) b1(3.0)
            b1(c: f64):
              %2 = mul c, %0
              return %2
            """);
    try (Recording recording = record(program, 0.5)) {
      assertNull(recording.obstacle());
      assertTrue(recording.replay(new double[] {0.7}));
      assertEquals(1.4, recording.values()[0]);
      assertFalse(recording.replay(new double[] {1.7}));
    }
  }

  @Test
  void whoTurnsANumberIntoAnIntCannotBeReplayed() {
    Program program =
        PARSER.parse(
            """
            program f(x: f64[]) -> f64
            b0(x: f64[]):
              %0 = load x, 0
              %1 = convert.i32 %0
              %2 = convert.f64 %1
              %3 = mul %2, %0
              return %3
            """);
    try (Recording recording = record(program, 2.5)) {
      assertNotNull(recording.obstacle());
      assertEquals(5, recording.values()[0]);
      assertEquals(2, recording.adjoints(new double[] {1})[0]);
    }
  }
}
