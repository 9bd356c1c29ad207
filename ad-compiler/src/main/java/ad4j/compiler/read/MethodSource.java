package ad4j.compiler.read;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * A method, and where its class file is found.
 *
 * @param loader what finds the class files; null for those of the JDK
 * @param owner the internal name of its class, such as {@code java/lang/Math}
 * @param name its name
 * @param descriptor its descriptor, such as {@code (DD)D}
 */
public record MethodSource(
    @Nullable ClassLoader loader, String owner, String name, String descriptor) {
  /** A method that reflection has found. */
  public static MethodSource of(Method method) {
    Class<?> owner = method.getDeclaringClass();
    String descriptor =
        MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .toMethodDescriptorString();
    return new MethodSource(
        owner.getClassLoader(), owner.getName().replace('.', '/'), method.getName(), descriptor);
  }
}
