package ad4j.compiler.read;

import ad4j.program.Program;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A functional object as a Program.
 *
 * @param program what it does; its first parameters are what it captured
 * @param captured what these parameters are given: numbers and arrays
 * @param arguments the types of its arguments, in boxes where they are primitive
 */
public record ReadLambda(
    Program program, List<@Nullable Object> captured, List<Class<?>> arguments) {
  /** Copies the lists. */
  public ReadLambda {
    captured = new ArrayList<>(captured);
    arguments = List.copyOf(arguments);
  }
}
