package ad4j.compiler.write;

import ad4j.error.ProgramException;
import ad4j.program.Raised;
import ad4j.program.Scalar;
import ad4j.program.Type;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.List;

/** What the JVM calls the types of Programs. */
final class Types {
  static final ClassDesc DOUBLES = ConstantDescs.CD_double.arrayType();
  static final ClassDesc OBJECTS = ConstantDescs.CD_Object.arrayType();
  static final ClassDesc FRAME = desc(Frame.class);
  static final ClassDesc SUPPORT = desc(Support.class);
  static final ClassDesc PARENT = desc(CompiledKernel.class);
  static final ClassDesc RAISED = desc(Raised.class);
  static final ClassDesc REFUSED = desc(ProgramException.class);

  private Types() {}

  static ClassDesc desc(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  static ClassDesc desc(Type type) {
    ClassDesc scalar =
        switch (type.scalar()) {
          case F64 -> ConstantDescs.CD_double;
          case I32 -> ConstantDescs.CD_int;
          case I64 -> ConstantDescs.CD_long;
          case BOOL -> type.isArray() ? ConstantDescs.CD_boolean : ConstantDescs.CD_int;
          case VOID -> ConstantDescs.CD_void;
        };
    return type.isArray() ? scalar.arrayType(type.rank()) : scalar;
  }

  static TypeKind kind(Type type) {
    return type.isArray() ? TypeKind.REFERENCE : TypeKind.from(desc(type));
  }

  /** The kind of the elements of an array of this type. */
  static TypeKind elements(Type array) {
    return array.rank() == 1 && array.scalar() == Scalar.BOOL
        ? TypeKind.BOOLEAN
        : kind(array.element());
  }

  /** What a method returns: nothing, its one result, or several in one array. */
  static ClassDesc results(List<Type> results) {
    return switch (results.size()) {
      case 0 -> ConstantDescs.CD_void;
      case 1 -> desc(results.getFirst());
      default -> packed(results);
    };
  }

  /**
   * The array that holds several values: scalars in doubles; where there are arrays, they and then
   * the scalars in objects.
   */
  static ClassDesc packed(List<Type> values) {
    return values.stream().anyMatch(Type::isArray) ? OBJECTS : DOUBLES;
  }

  /** What a method with at most one result returns. */
  static TypeKind returned(List<Type> results) {
    return results.isEmpty() ? TypeKind.VOID : kind(results.getFirst());
  }

  /** The class of boxes for scalars of this kind. */
  static ClassDesc box(TypeKind kind) {
    return switch (kind) {
      case DOUBLE -> ConstantDescs.CD_Double;
      case LONG -> ConstantDescs.CD_Long;
      default -> ConstantDescs.CD_Integer;
    };
  }
}
