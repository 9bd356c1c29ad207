package ad4j.program;

/** What an instruction works on: a constant, a parameter of a block, the result of another. */
public sealed interface Value permits Constant, Parameter, Instruction {
  /** Its type. */
  Type type();
}
