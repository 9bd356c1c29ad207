package ad4j.compiler.write;

import ad4j.program.Interpreter;
import ad4j.program.Kernel;
import ad4j.program.Program;
import ad4j.program.Raised;
import java.util.Arrays;
import java.util.function.Function;

/**
 * What a run of a Program gave.
 *
 * @param results what it returned, or the failure
 * @param given what became of the arguments
 */
record Outcome(String results, String given) {
  static Outcome interpreted(Program program, Object... arguments) {
    return of(given -> Interpreter.run(program, given), arguments);
  }

  static Outcome compiled(Kernel kernel, Object... arguments) {
    return of(kernel::run, arguments);
  }

  private static Outcome of(Function<Object[], Object[]> run, Object... arguments) {
    String results;
    try {
      results = Arrays.deepToString(run.apply(arguments));
    } catch (Raised raised) {
      results = "raised " + raised.getMessage();
    } catch (RuntimeException failed) { // that of Java, the same for both
      results = failed.getClass().getName();
    }
    return new Outcome(results, Arrays.deepToString(arguments));
  }
}
