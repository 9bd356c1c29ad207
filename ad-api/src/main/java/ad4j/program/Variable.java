package ad4j.program;

/**
 * Something that a {@link ProgramBuilder} gives values to and reads, in any block; what is built
 * has parameters of blocks instead. Where it is read before it is set it is zero, or no array.
 */
public final class Variable {
  private final Type type;
  private final String name;

  /** A variable; the name is for readers, and may be empty. */
  public Variable(Type type, String name) {
    this.type = type;
    this.name = name;
  }

  /** The type of what it holds. */
  public Type type() {
    return type;
  }

  /** The name, or empty. */
  public String name() {
    return name;
  }
}
