package ad4j.compiler.write;

import ad4j.error.ProgramException;
import ad4j.program.Flow;
import ad4j.program.Parameter;
import ad4j.program.Program;
import ad4j.program.Type;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * Several results or arguments in one array, as {@link Types#packed} says. Ints are exact as
 * doubles; longs keep their bits.
 */
final class Packed {
  /** So many arguments besides doubles come in registers, with one left for the frame. */
  private static final int IN_REGISTERS = 5;

  private final List<Type> types;
  private final boolean mixed;
  private final int scalars;

  Packed(List<Type> types) {
    this.types = types;
    this.mixed = types.stream().anyMatch(Type::isArray);
    this.scalars = (int) types.stream().filter(type -> !type.isArray()).count();
  }

  /**
   * Whether a method should take its arguments so: further ones than fit into registers come on the
   * stack, and C2 loads what comes there again wherever it is used, in the innermost loops too.
   * Loops within loops take long enough for packing and unpacking not to matter.
   */
  static boolean suits(Program program) {
    List<Parameter> parameters = program.parameters();
    return parameters.stream().filter(each -> !each.type().equals(Type.F64)).count() > IN_REGISTERS
        && new Flow(program).loops().stream().anyMatch(loop -> loop.parent() != null);
  }

  /** Takes the one with this index from the array on the stack. */
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
      case BOOL, VOID -> throw new ProgramException("a value of type " + type);
    }
  }

  /** Makes the array, of values that {@code push} puts on the stack in their order. */
  void make(CodeBuilder code, List<? extends Runnable> push) {
    int last = types.size() - scalars;
    if (mixed) {
      code.loadConstant(last + (scalars > 0 ? 1 : 0)).anewarray(ConstantDescs.CD_Object);
      if (scalars > 0) {
        code.dup().loadConstant(last);
        code.loadConstant(scalars).newarray(TypeKind.DOUBLE).aastore();
      }
    } else {
      code.loadConstant(scalars).newarray(TypeKind.DOUBLE);
    }
    for (int i = 0; i < push.size(); i++) {
      code.dup();
      boolean array = types.get(i).isArray();
      if (mixed && !array) {
        code.loadConstant(last).aaload().checkcast(Types.DOUBLES);
      }
      code.loadConstant(place(i));
      push.get(i).run();
      if (array) {
        code.aastore();
      } else {
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
      case BOOL, VOID -> throw new ProgramException("a value of type " + type);
    }
  }

  /** How many of its sort are before it. */
  private int place(int index) {
    boolean array = types.get(index).isArray();
    return (int) types.subList(0, index).stream().filter(type -> type.isArray() == array).count();
  }
}
