package ad4j.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.op.Arithmetic;
import ad4j.op.Operator;
import ad4j.op.OperatorLookup;
import ad4j.op.Operators;
import ad4j.op.Real;
import ad4j.program.DeadLoops;
import ad4j.program.DeadStores;
import ad4j.program.Interpreter;
import ad4j.program.Printer;
import ad4j.program.Program;
import ad4j.program.ProgramParser;
import ad4j.program.Simplify;
import ad4j.program.Verifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Passes on random Programs: well-formed before and after, and the same to the last bit. */
final class RandomProgramTest {
  private static final int SEEDS = 300;

  private static final List<Operator> OWN =
      List.of(Elementary.SIN, Elementary.COS, Elementary.EXP, Elementary.SQUARES);

  @Test
  void theyAreWellFormedAndTame() {
    int finite = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomProgram random = RandomProgram.of(seed);
      Verifier.verify(random.program());
      double result = (double) Interpreter.run(random.program(), random.arguments())[0];
      finite += Double.isFinite(result) && Math.abs(result) <= 2 ? 1 : 0;
    }
    assertEquals(SEEDS, finite);
  }

  @Test
  void realsAreAsDoubles() {
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomProgram random = RandomProgram.of(seed);
      Object[] given = random.arguments();
      given[0] = Real.constants((double[]) given[0]);
      given[1] = Real.constants((double[]) given[1]);
      given[2] = Real.constant((double) given[2]);
      Object[] found = new Interpreter(random.program()).onReals().apply(given);
      Object[] expected = Interpreter.run(random.program(), random.arguments());
      assertEquals(expected[0], ((Real) found[0]).primal());
      assertEquals(text(expected[2]), text(Real.values((Real[]) found[2])), "seed " + seed);
    }
  }

  @Test
  void textsAreReadAsTheyArePrinted() {
    Operators arithmetic = new Operators(List.of(new Arithmetic()));
    OperatorLookup operators =
        name ->
            OWN.stream()
                .filter(own -> own.name().equals(name))
                .findFirst()
                .orElseGet(() -> arithmetic.named(name));
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomProgram random = RandomProgram.of(seed);
      String text = Printer.print(random.program());
      Program read = new ProgramParser(operators).parse(text);
      assertEquals(text, Printer.print(read));
      requireSame(random, read);
    }
  }

  @Test
  void simplifyingKeepsEveryBit() {
    int before = 0;
    int after = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomProgram random = RandomProgram.of(seed);
      Program simple = require(random, Simplify::simplify);
      before += random.program().size();
      after += simple.size();
    }
    assertTrue(after < 0.95 * before, before + " instructions became " + after);
  }

  @Test
  void removingDeadLoopsKeepsEveryBit() {
    for (int seed = 0; seed < SEEDS; seed++) {
      require(RandomProgram.of(seed), DeadLoops::remove);
    }
  }

  @Test
  void removingDeadStoresKeepsEveryBit() {
    for (int seed = 0; seed < SEEDS; seed++) {
      require(RandomProgram.of(seed), DeadStores::remove);
    }
  }

  private static Program require(RandomProgram random, UnaryOperator<Program> pass) {
    Program after = Verifier.verify(pass.apply(random.program()));
    requireSame(random, after);
    return after;
  }

  private static void requireSame(RandomProgram random, Program other) {
    Object[] given = random.arguments();
    Object[] expected = Interpreter.run(random.program(), given);
    Object[] copies = random.arguments();
    Object[] found = Interpreter.run(other, copies);
    String what = "seed " + random.seed();
    assertEquals(text(expected), text(found), what);
    assertEquals(text(given), text(copies), what);
  }

  private static String text(Object value) {
    return Arrays.deepToString(new Object[] {value});
  }
}
