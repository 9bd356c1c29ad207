package ad4j.compiler.read;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of class files, as readers of Java know them. */
final class Names {
  /** Between a class and one in it that has a name; local classes have a number there, too. */
  private static final Pattern NESTED = Pattern.compile("\\$\\d*(?=[^\\d$.])");

  private Names() {}

  /** As the source has it; {@code Shape$2} stays so, as a class without a name has only that. */
  static String java(String internalName) {
    return NESTED.matcher(internalName.replace('/', '.')).replaceAll(".");
  }

  static String simple(String internalName) {
    String name = java(internalName);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  static String java(ClassDesc type) {
    if (type.isArray()) {
      return java(type.componentType()) + "[]";
    }
    return type.isPrimitive() ? type.displayName() : java(internal(type));
  }

  static String parameters(String descriptor) {
    return MethodTypeDesc.ofDescriptor(descriptor).parameterList().stream()
        .map(type -> type.isPrimitive() ? type.displayName() : simple(java(type)))
        .collect(Collectors.joining(", "));
  }

  /** Class and method, for readers; of a lambda, the method that it stands in. */
  static String title(MethodName method) {
    String name = method.name();
    if (name.startsWith("lambda$")) {
      int end = name.indexOf('$', 7);
      name = end < 0 ? name : name.substring(7, end);
    }
    return simple(method.owner()) + "." + (name.equals("<init>") ? "new" : name);
  }

  static ClassDesc desc(String internalName) {
    return ClassDesc.ofInternalName(internalName);
  }

  /** The internal name of a class that is neither primitive nor an array; else its descriptor. */
  static String internal(ClassDesc type) {
    String descriptor = type.descriptorString();
    return type.isClassOrInterface()
        ? descriptor.substring(1, descriptor.length() - 1)
        : descriptor;
  }
}
