package ad4j.program;

import ad4j.op.Operators;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads Java code as Programs. Found by {@code ServiceLoader}; immutable and thread-safe. */
public interface FunctionReader {
  /**
   * A function as a Program.
   *
   * @param program what it does; its first parameters are what it captured, records are replaced by
   *     their components
   * @param captured what these first parameters are given: numbers and arrays
   * @param arguments the types of its arguments, in boxes where they are primitive
   */
  record Reading(Program program, List<@Nullable Object> captured, List<Class<?>> arguments) {
    /** Copies the lists. */
    // not compact: of a compact one, class files do not say what may be null
    public Reading(Program program, List<@Nullable Object> captured, List<Class<?>> arguments) {
      this.program = program;
      this.captured = new ArrayList<>(captured);
      this.arguments = List.copyOf(arguments);
    }
  }

  /**
   * Reads a lambda expression or method reference of an interface that is serializable.
   *
   * @throws ad4j.error.NotDifferentiableException with the place in the source, if it does what no
   *     Program can
   */
  Reading read(Object function, Operators operators);

  /**
   * Reads the static methods with this name of a class.
   *
   * @param type its name, such as {@code com.example.Models}
   * @throws ad4j.error.NotDifferentiableException if there is none or more than one, or it does
   *     what no Program can
   */
  Program read(ClassLoader loader, String type, String method, Operators operators);
}
