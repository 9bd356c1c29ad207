package ad4j.compiler.random;

import ad4j.program.Interpreter;
import ad4j.program.Specialize;
import java.util.List;

/**
 * The Program specialised for the length of its first argument, or as it is where that is not to be
 * had; by the interpreter, values only.
 */
record Specialized() implements Subject {
  @Override
  public String name() {
    return "specialised, interpreter on doubles";
  }

  @Override
  public boolean takes(Program program) {
    return switch (program.kind()) {
      case GRADIENT, VECTOR, INTO, DATA -> true;
      case SCALAR, THREE, COMPLEX, MODEL -> false;
    };
  }

  @Override
  public Result differentiate(Call call) {
    ReadCall read = ReadCall.of(call);
    List<Object> given = read.arguments();
    ad4j.program.Program special =
        Specialize.of(read.primal(), ((double[]) given.getFirst()).length);
    Object[] results = Interpreter.run(special == null ? read.primal() : special, given.toArray());
    return new Result(read.outputs(results, given), new double[0]);
  }
}
