package ad4j.compiler.write;

import ad4j.error.LimitException;
import ad4j.error.ProgramException;
import ad4j.program.Kernel;
import ad4j.program.Program;
import ad4j.program.ProgramCompiler;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.List;

/**
 * Compiles a Program, and the routines that it calls, to one hidden class: a static method for
 * each. The class goes when its kernel goes.
 */
public final class BytecodeCompiler implements ProgramCompiler {
  /** Methods of more than 8000 bytes are never compiled by the JIT compiler. */
  static final int MOST = 7500;

  /** Sizes are estimated; where that is too low, less is allowed. */
  private static final int ESTIMATE = 7000;

  private final DirectMethods direct;
  private final int estimate;

  /** For {@code ServiceLoader}. */
  public BytecodeCompiler() {
    this(new MathMethods());
  }

  /** Calls these methods of the JDK for the operators that are nothing else. */
  public BytecodeCompiler(DirectMethods direct) {
    this(direct, ESTIMATE);
  }

  /** Makes methods of no more than so many bytes, by estimate. */
  BytecodeCompiler(DirectMethods direct, int estimate) {
    this.direct = direct;
    this.estimate = estimate;
  }

  @Override
  public Kernel compile(Program program) {
    Written written = write(program);
    try {
      Lookup hidden =
          MethodHandles.lookup()
              .defineHiddenClassWithClassData(written.bytes(), written.data(), true);
      return (Kernel) hidden.lookupClass().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError broken) {
      throw new ProgramException("code that the JVM refuses for " + program.name() + ": " + broken);
    }
  }

  /** A class file, and the objects that it refers to. */
  record Written(byte[] bytes, List<Object> data) {}

  Written write(Program program) {
    DirectMethods known = direct.remembered();
    for (int most = estimate; most > estimate / 4; most -= estimate / 8) {
      ClassWriter writer = new ClassWriter(units(program, known, most), known);
      byte[] bytes = writer.write();
      if (largest(bytes) <= MOST) {
        return new Written(bytes, writer.data().objects());
      }
    }
    throw new LimitException(
        program.name() + " is more than " + MOST + " bytes of code wherever it is divided",
        "split it into methods that hand over fewer values");
  }

  private static Units units(Program program, DirectMethods direct, int most) {
    Outline outline = new Outline(direct, most);
    return new Units(program, outline::apply);
  }

  /** How many bytes of code the largest method is, at most. */
  static int largest(byte[] bytes) {
    return bytes.length <= MOST
        ? bytes.length
        : ClassFile.of().parse(bytes).methods().stream()
            .flatMap(method -> method.findAttribute(Attributes.code()).stream())
            .mapToInt(CodeAttribute::codeLength)
            .max()
            .orElse(0);
  }
}
