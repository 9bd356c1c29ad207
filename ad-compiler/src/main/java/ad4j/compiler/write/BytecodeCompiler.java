package ad4j.compiler.write;

import ad4j.error.ProgramException;
import ad4j.program.Kernel;
import ad4j.program.Program;
import ad4j.program.ProgramCompiler;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;

/**
 * Compiles a Program, and the routines that it calls, to one hidden class: a static method for
 * each. The class goes when its kernel goes.
 */
public final class BytecodeCompiler implements ProgramCompiler {
  private final DirectMethods direct;

  /** For {@code ServiceLoader}. */
  public BytecodeCompiler() {
    this(new MathMethods());
  }

  /** Calls these methods of the JDK for the operators that are nothing else. */
  public BytecodeCompiler(DirectMethods direct) {
    this.direct = direct;
  }

  @Override
  public Kernel compile(Program program) {
    ClassWriter writer = new ClassWriter(new Units(program, body -> body), direct);
    byte[] bytes = writer.write();
    try {
      Lookup hidden =
          MethodHandles.lookup()
              .defineHiddenClassWithClassData(bytes, writer.data().objects(), true);
      return (Kernel) hidden.lookupClass().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError broken) {
      throw new ProgramException("code that the JVM refuses for " + program.name() + ": " + broken);
    }
  }
}
