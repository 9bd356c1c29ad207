package ad4j.compiler.random;

import ad4j.compiler.write.BytecodeCompiler;
import ad4j.program.DeadLoops;
import ad4j.program.Interpreter;
import ad4j.program.Kernel;
import ad4j.program.Program;
import ad4j.program.Relax;
import ad4j.program.Simplify;

/** How a Program is run. */
enum Running {
  /** As it is, by the interpreter. */
  INTERPRETED {
    @Override
    Kernel kernel(Program program) {
      return new Interpreted(program);
    }
  },
  /** Finished as the facade does, and compiled to bytecode. */
  COMPILED {
    @Override
    Kernel kernel(Program program) {
      Kernel quick = ReadCall.orRefused(() -> COMPILER.compile(finished(program)));
      return new Relaxed(
          quick, () -> ReadCall.orRefused(() -> COMPILER.compile(Simplify.simplify(program))));
    }
  };

  private static final BytecodeCompiler COMPILER = new BytecodeCompiler();

  abstract Kernel kernel(Program program);

  private static Program finished(Program program) {
    Program simple = Simplify.simplify(program);
    return Simplify.simplify(DeadLoops.remove(Simplify.simplify(Relax.of(simple))));
  }

  private record Interpreted(Program program) implements Kernel {
    @Override
    public Object[] run(Object... arguments) {
      return Interpreter.run(program, arguments);
    }

    @Override
    public double run(double[] x, double[] y, Object[] rest) {
      throw new UnsupportedOperationException("only with boxed arguments");
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
