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
 */
public record ReadLambda(Program program, List<@Nullable Object> captured) {
  /** Copies the list. */
  public ReadLambda {
    captured = new ArrayList<>(captured);
  }
}
