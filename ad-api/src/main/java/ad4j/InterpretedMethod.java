package ad4j;

import ad4j.error.Origin;
import ad4j.error.ThrownException;
import ad4j.program.Interpreter;
import ad4j.program.Program;
import ad4j.program.ProgramRun;
import ad4j.program.Raised;
import org.jspecify.annotations.Nullable;

/** A Program in place of the method that it was read from, whose class is never initialised. */
final class InterpretedMethod implements Original {
  private final Interpreter interpreter;
  private final String name;

  InterpretedMethod(Program program) {
    interpreter = new Interpreter(program);
    name = program.name();
  }

  /**
   * @throws ThrownException with the place in the source, where the method throws an exception
   */
  @Override
  public double[] at(double[] x) {
    ProgramRun run = interpreter.onDoubles();
    try {
      Object result = run.apply(new Object[] {x})[0];
      return result instanceof double[] array ? array : new double[] {(Double) result};
    } catch (Raised raised) {
      String what = String.valueOf(raised.getMessage()).replace(" at " + raised.origin(), "");
      throw thrown(what.replaceFirst("^java\\.lang\\.", ""), raised.origin(), raised);
    } catch (RuntimeException e) {
      if (isOfJava(e)) {
        throw thrown(words(e), run.origin(run.current()), e);
      }
      throw e;
    }
  }

  private ThrownException thrown(String what, @Nullable Origin origin, RuntimeException cause) {
    return new ThrownException(name + " throws " + what, "", origin, cause);
  }

  /** Whether this is what the JVM throws of itself. */
  static boolean isOfJava(Throwable e) {
    return e instanceof IndexOutOfBoundsException
        || e instanceof ArithmeticException
        || e instanceof NegativeArraySizeException
        || e instanceof NullPointerException
        || e instanceof ArrayStoreException
        || e instanceof StackOverflowError;
  }

  private static String words(RuntimeException e) {
    String message = e.getMessage();
    return e.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
