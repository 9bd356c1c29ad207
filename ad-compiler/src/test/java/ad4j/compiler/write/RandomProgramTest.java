package ad4j.compiler.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.error.LimitException;
import ad4j.program.Kernel;
import ad4j.program.Printer;
import ad4j.program.Program;
import org.junit.jupiter.api.Test;

/** Random Programs do the same, bit for bit, compiled and interpreted. */
final class RandomProgramTest {
  @Test
  void compiledAsInterpreted() {
    BytecodeCompiler compiler = new BytecodeCompiler();
    for (int seed = 0; seed < 300; seed++) {
      Program program = RandomProgram.of(seed, 40);
      assertSame(seed, program, compiler.compile(program));
    }
  }

  @Test
  void outlinedAsInterpreted() {
    BytecodeCompiler compiler = new BytecodeCompiler(new MathMethods(), 800);
    int refused = 0;
    for (int seed = 0; seed < 200; seed++) {
      Program program = RandomProgram.of(seed, 50);
      // a copy may leave out what fails, where nobody needs its result
      Outcome outcome = Outcome.interpreted(program, RandomProgram.arguments(seed));
      try {
        Kernel kernel = compiler.compile(program);
        if (!outcome.results().endsWith("Exception")) {
          assertSame(seed, program, kernel);
        }
      } catch (LimitException limit) {
        refused++; // what hands over too many values cannot be divided so finely
      }
    }
    assertTrue(refused < 30, refused + " are too large");
  }

  private static void assertSame(int seed, Program program, Kernel kernel) {
    assertEquals(
        Outcome.interpreted(program, RandomProgram.arguments(seed)),
        Outcome.compiled(kernel, RandomProgram.arguments(seed)),
        () -> "seed " + seed + ":\n" + Printer.print(program));
  }
}
