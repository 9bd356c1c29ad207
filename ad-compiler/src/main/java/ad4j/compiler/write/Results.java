package ad4j.compiler.write;

import ad4j.error.ProgramException;
import ad4j.program.Type;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * Several results in one array, as {@link Types#results} says. Ints are exact as doubles; longs
 * keep their bits.
 */
final class Results {
  private final List<Type> types;
  private final boolean mixed;
  private final int scalars;

  Results(List<Type> types) {
    this.types = types;
    this.mixed = types.stream().anyMatch(Type::isArray);
    this.scalars = (int) types.stream().filter(type -> !type.isArray()).count();
  }

  /** From the array on the stack, the result with this index. */
  void take(CodeBuilder code, int index) {
    Type type = types.get(index);
    if (type.isArray()) {
      code.loadConstant(place(index)).aaload().checkcast(Types.desc(type));
      return;
    }
    if (mixed) {
      code.loadConstant(types.size() - scalars).aaload().checkcast(Types.DOUBLES);
    }
    code.loadConstant(place(index)).daload();
    switch (type.scalar()) {
      case I32 -> code.d2i();
      case I64 ->
          code.invokestatic(
              ConstantDescs.CD_Double,
              "doubleToRawLongBits",
              MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_double));
      case F64 -> {}
      case BOOL, VOID -> throw new ProgramException("a result of type " + type);
    }
  }

  /** Makes the array, of values that {@code push} puts on the stack, and leaves it there. */
  void make(CodeBuilder code, Runnable[] push) {
    if (!mixed) {
      scalars(code, push);
      return;
    }
    code.loadConstant(types.size() - scalars + (scalars > 0 ? 1 : 0));
    code.anewarray(ConstantDescs.CD_Object);
    for (int i = 0; i < push.length; i++) {
      if (types.get(i).isArray()) {
        code.dup().loadConstant(place(i));
        push[i].run();
        code.aastore();
      }
    }
    if (scalars > 0) {
      code.dup().loadConstant(types.size() - scalars);
      scalars(code, push);
      code.aastore();
    }
  }

  private void scalars(CodeBuilder code, Runnable[] push) {
    code.loadConstant(scalars).newarray(TypeKind.DOUBLE);
    for (int i = 0; i < push.length; i++) {
      if (!types.get(i).isArray()) {
        code.dup().loadConstant(place(i));
        push[i].run();
        toDouble(code, types.get(i));
        code.dastore();
      }
    }
  }

  private static void toDouble(CodeBuilder code, Type type) {
    switch (type.scalar()) {
      case I32 -> code.i2d();
      case I64 ->
          code.invokestatic(
              ConstantDescs.CD_Double,
              "longBitsToDouble",
              MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_long));
      case F64 -> {}
      case BOOL, VOID -> throw new ProgramException("a result of type " + type);
    }
  }

  /** How many of its sort are before it. */
  private int place(int index) {
    boolean array = types.get(index).isArray();
    return (int) types.subList(0, index).stream().filter(type -> type.isArray() == array).count();
  }
}
