package ad4j.compiler.read;

import ad4j.program.Scalar;
import ad4j.program.Type;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import org.jspecify.annotations.Nullable;

/** Types of class files as types of Programs. */
final class Types {
  private Types() {}

  /** The type of a Program, or null if it has none for this. */
  static @Nullable Type of(ClassDesc desc) {
    int rank = 0;
    ClassDesc element = desc;
    while (element.isArray()) {
      element = element.componentType();
      rank++;
    }
    Scalar scalar = scalar(element.descriptorString(), rank > 0);
    return scalar == null ? null : new Type(scalar, rank);
  }

  private static @Nullable Scalar scalar(String descriptor, boolean inArray) {
    return switch (descriptor) {
      case "D" -> Scalar.F64;
      case "I" -> Scalar.I32;
      case "J" -> Scalar.I64;
      case "Z" -> inArray ? Scalar.BOOL : Scalar.I32;
      case "B", "S", "C" -> inArray ? null : Scalar.I32;
      default -> null;
    };
  }

  /** The type of the numbers in these boxes, or null if it is no box. */
  static @Nullable Type boxed(String name) {
    return switch (name) {
      case "java/lang/Double" -> Type.F64;
      case "java/lang/Long" -> Type.I64;
      case "java/lang/Integer",
          "java/lang/Boolean",
          "java/lang/Short",
          "java/lang/Byte",
          "java/lang/Character" ->
          Type.I32;
      default -> null;
    };
  }

  /** The type of a number that instructions work on, or null for float. */
  static @Nullable Type of(TypeKind kind) {
    return of(kind.upperBound());
  }
}
