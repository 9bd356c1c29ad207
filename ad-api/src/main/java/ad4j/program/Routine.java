package ad4j.program;

import ad4j.error.ProgramException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call calls: a Program that is given once it is there, so that it can call itself. Written
 * once, by the thread that builds; each is itself only.
 */
public final class Routine {
  private final String name;
  private final List<Type> parameters;
  private final List<Type> results;
  private @Nullable Program body;

  /** A routine without a body yet. */
  public Routine(String name, List<Type> parameters, List<Type> results) {
    this.name = name;
    this.parameters = List.copyOf(parameters);
    this.results = List.copyOf(results);
  }

  /** For readers. */
  public String name() {
    return name;
  }

  /** The types of what it is given. */
  public List<Type> parameters() {
    return parameters;
  }

  /** The types of what it returns. */
  public List<Type> results() {
    return results;
  }

  /** The type of the instruction that calls it: that of its one result, or nothing. */
  public Type type() {
    return results.size() == 1 ? results.getFirst() : Type.VOID;
  }

  /** Whether the body is there. */
  public boolean isDefined() {
    return body != null;
  }

  /** Gives it its body. */
  public void define(Program program) {
    body = program;
  }

  /** What it does. */
  public Program body() {
    Program program = body;
    if (program == null) {
      throw new ProgramException("routine " + name + " has no body");
    }
    return program;
  }
}
