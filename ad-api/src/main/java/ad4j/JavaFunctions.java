package ad4j;

import ad4j.error.ConfigurationException;
import ad4j.program.FunctionReader;
import ad4j.program.ProgramCompiler;
import java.util.List;

/** Makes functions of Java code. */
final class JavaFunctions {
  private JavaFunctions() {}

  static Differentiable array(JavaFunction f, Original original) {
    return differentiable(f, new VectorProgram.Shape.Array(), original);
  }

  static Differentiable numbers(JavaFunction f, int count, Original original) {
    return differentiable(f, new VectorProgram.Shape.Numbers(count), original);
  }

  static Differentiable writing(JavaFunction f, int results, Original original) {
    return differentiable(f, new VectorProgram.Shape.ArrayTo(results), original);
  }

  static MixedFunction mixed(JavaFunction f, int count, int... wrt) {
    Arguments.some("array of arguments", wrt, "name some, or none for all");
    Installation installation = Installation.standard();
    FunctionReader.Reading read = read(f, installation);
    MixedFunction all = new MixedFunction(f, count, read, installation);
    return wrt.length == 0 ? all : all.wrt(wrt);
  }

  private static Differentiable differentiable(
      JavaFunction f, VectorProgram.Shape shape, Original original) {
    Installation installation = Installation.standard();
    FunctionReader.Reading read = read(f, installation);
    VectorProgram program = VectorProgram.of(read.program(), read.captured(), shape, original);
    return new Differentiable(
        new CompiledCalls(program, installation.differentiator(), compiler(installation)),
        installation.differentiator());
  }

  private static FunctionReader.Reading read(JavaFunction f, Installation installation) {
    return reader(installation).read(f, installation.operators());
  }

  static FunctionReader reader(Installation installation) {
    if (installation.readers().isEmpty()) {
      throw missing("reads class files");
    }
    return installation.readers().getFirst();
  }

  static ProgramCompiler compiler(Installation installation) {
    if (installation.compilers().isEmpty()) {
      throw missing("compiles Programs");
    }
    return installation.compilers().getFirst();
  }

  private static ConfigurationException missing(String what) {
    return new ConfigurationException(
        List.of("nothing is installed that " + what + "; put ad-compiler on the path"));
  }
}
