package ad4j.compiler.read;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** All methods of {@link Math} and {@link StrictMath} but those on float give what Java gives. */
final class MathMethodsTest {
  private static final String NAME = "Wrapped";

  @TestFactory
  Stream<DynamicTest> whatJavaGives() {
    return Stream.of(Math.class, StrictMath.class)
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> !method.getName().equals("random"))
        .filter(method -> !type(method).descriptorString().contains("F"))
        .map(method -> dynamicTest(method.toString(), () -> compare(method)));
  }

  private static void compare(Method method) {
    MethodSource source =
        new MethodSource(new Loader(caller(method)), NAME, "call", type(method).descriptorString());
    MethodReaderTest.compare(method, Readers.METHODS.read(source));
  }

  private static MethodTypeDesc type(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .describeConstable()
        .orElseThrow();
  }

  /** A class with a method that calls this one. */
  private static byte[] caller(Method method) {
    MethodTypeDesc type = type(method);
    ClassDesc owner = method.getDeclaringClass().describeConstable().orElseThrow();
    return ClassFile.of()
        .build(
            ClassDesc.of(NAME),
            made ->
                made.withMethodBody(
                    "call",
                    type,
                    ClassFile.ACC_STATIC,
                    code -> {
                      for (int i = 0; i < type.parameterCount(); i++) {
                        code.loadLocal(TypeKind.from(type.parameterType(i)), code.parameterSlot(i));
                      }
                      code.invokestatic(owner, method.getName(), type)
                          .return_(TypeKind.from(type.returnType()));
                    }));
  }

  /** Finds this class file, besides those of the JDK. */
  private static final class Loader extends ClassLoader {
    private final byte[] bytes;

    Loader(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public InputStream getResourceAsStream(String file) {
      return file.equals(NAME + ".class")
          ? new ByteArrayInputStream(bytes)
          : ClassLoader.getSystemResourceAsStream(file);
    }
  }
}
