package ad4j.program;

/**
 * What a block is given by whoever jumps to it: the phi of SSA form. Those of the first block are
 * the parameters of the Program. Each is itself only.
 */
public final class Parameter implements Value {
  private final Type type;
  private final String name;

  /** A parameter; the name is for readers, and may be empty. */
  public Parameter(Type type, String name) {
    this.type = type;
    this.name = name;
  }

  @Override
  public Type type() {
    return type;
  }

  /** The name of the variable in the user's source, or empty. */
  public String name() {
    return name;
  }
}
