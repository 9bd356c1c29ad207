package ad4j.compiler.random;

import ad4j.compiler.write.BytecodeCompiler;
import ad4j.program.Interpreter;
import ad4j.program.Kernel;
import ad4j.program.KernelForm;
import ad4j.program.Program;
import ad4j.program.Reassociate;
import ad4j.program.Simplify;
import java.util.function.Supplier;

/** How a Program is run. */
enum Running {
  /** As it is, by the interpreter. */
  INTERPRETED {
    @Override
    Program form(Program derivative) {
      return derivative;
    }

    @Override
    Kernel kernel(Program program, Supplier<Program> exact) {
      return new Interpreted(program);
    }
  },
  /** Finished as the facade does, and compiled to bytecode. */
  COMPILED {
    @Override
    Program form(Program derivative) {
      return KernelForm.of(derivative);
    }

    @Override
    Kernel kernel(Program program, Supplier<Program> exact) {
      Kernel quick = compiled(form(program));
      return new Relaxed(quick, () -> compiled(Simplify.simplify(exact.get())));
    }
  },
  /** The same with sums reassociated. */
  FAST {
    @Override
    Program form(Program derivative) {
      return KernelForm.of(derivative);
    }

    @Override
    Kernel kernel(Program program, Supplier<Program> exact) {
      Kernel quick = compiled(Simplify.simplify(Reassociate.of(form(program))));
      return new Relaxed(quick, () -> compiled(Simplify.simplify(exact.get())));
    }
  };

  private static final BytecodeCompiler COMPILER = new BytecodeCompiler();

  /** A derivative as it is run, or differentiated once more. */
  abstract Program form(Program derivative);

  /** What runs a Program, and another one where the first gives NaN. */
  abstract Kernel kernel(Program program, Supplier<Program> exact);

  final Kernel kernel(Program program) {
    return kernel(program, () -> program);
  }

  private static Kernel compiled(Program program) {
    return ReadCall.orRefused(() -> COMPILER.compile(program));
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

    @Override
    public double run(double[] x, double[] y, double[] z, Object[] rest) {
      throw new UnsupportedOperationException("only with boxed arguments");
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
