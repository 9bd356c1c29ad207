package ad4j.compiler.write;

import ad4j.error.ProgramException;
import ad4j.program.Instruction;
import ad4j.program.Op;
import ad4j.program.Type;
import ad4j.program.Value;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes what is done with arrays. */
final class ArrayWriter {
  private static final ClassDesc ARRAYS = Types.desc(Arrays.class);
  private static final ClassDesc SYSTEM = Types.desc(System.class);
  private static final ClassDesc INT = ConstantDescs.CD_int;
  private static final MethodTypeDesc MOVE =
      MethodTypeDesc.of(
          ConstantDescs.CD_void, ConstantDescs.CD_Object, INT, ConstantDescs.CD_Object, INT, INT);

  private final Method method;
  private final CodeBuilder code;
  private final ValueWriter values;

  ArrayWriter(Method method, ValueWriter values) {
    this.method = method;
    this.code = method.code();
    this.values = values;
  }

  void compute(Instruction instruction) {
    if (!(instruction.op() instanceof Op.Held)) {
      values.push(instruction.operands());
    }
    Type type = instruction.type();
    switch (instruction.op()) {
      case Op.New _ -> make(type, instruction.operands().size());
      case Op.ZeroLike _ -> zeroLike(type);
      case Op.Copy _ ->
          code.invokevirtual(Types.desc(type), "clone", MethodTypeDesc.of(ConstantDescs.CD_Object))
              .checkcast(Types.desc(type));
      case Op.Length _ -> code.arraylength();
      case Op.Load _ -> code.arrayLoad(Types.elements(array(instruction)));
      case Op.Store _ -> code.arrayStore(Types.elements(array(instruction)));
      case Op.Fill _ -> fill(array(instruction));
      case Op.Move _ -> code.invokestatic(SYSTEM, "arraycopy", MOVE);
      case Op.Held held -> held(type, held.slot());
      case Op.Grow grow -> grow(type, grow.slot());
      default -> throw new ProgramException("no operation on arrays: " + instruction.op());
    }
  }

  private static Type array(Instruction instruction) {
    Value array = instruction.operand(0);
    return array.type();
  }

  private void make(Type type, int lengths) {
    if (lengths > 1) {
      code.multianewarray(Types.desc(type), lengths);
    } else if (type.rank() > 1) {
      code.anewarray(Types.desc(new Type(type.scalar(), type.rank() - 1)));
    } else {
      code.newarray(Types.elements(type));
    }
  }

  private void zeroLike(Type type) {
    ClassDesc generic = type.equals(Type.F64_ARRAY) ? Types.DOUBLES : ConstantDescs.CD_Object;
    code.invokestatic(Types.SUPPORT, "zeroLike", MethodTypeDesc.of(generic, generic));
    if (!type.equals(Type.F64_ARRAY)) {
      code.checkcast(Types.desc(type));
    }
  }

  private void fill(Type array) {
    boolean objects = array.rank() > 1;
    TypeKind kind = Types.elements(array);
    ClassDesc element = objects ? ConstantDescs.CD_Object : kind.upperBound();
    code.invokestatic(
        ARRAYS,
        "fill",
        MethodTypeDesc.of(ConstantDescs.CD_void, element.arrayType(), INT, INT, element));
  }

  private void held(Type type, int slot) {
    if (slot < 0) {
      code.iconst_0();
      make(type, 1);
      return;
    }
    code.aload(method.unit().frameLocal()).loadConstant(slot);
    String name = special(type);
    if (name.equals("arrays")) {
      code.loadConstant(Types.desc(type));
      code.invokevirtual(
          Types.FRAME,
          name,
          MethodTypeDesc.of(ConstantDescs.CD_Object, INT, ConstantDescs.CD_Class));
      code.checkcast(Types.desc(type));
    } else {
      code.invokevirtual(Types.FRAME, name, MethodTypeDesc.of(Types.desc(type), INT));
    }
  }

  private void grow(Type type, int slot) {
    boolean generic = special(type).equals("arrays");
    ClassDesc array = generic ? ConstantDescs.CD_Object : Types.desc(type);
    List<ClassDesc> parameters = new ArrayList<>(List.of(array, INT));
    if (slot >= 0) {
      code.aload(method.unit().frameLocal()).loadConstant(slot);
      parameters.addAll(List.of(Types.FRAME, INT));
    }
    code.invokestatic(Types.FRAME, "grow", MethodTypeDesc.of(array, parameters));
    if (generic) {
      code.checkcast(Types.desc(type));
    }
  }

  /** The method of {@link Frame} for arrays of this type. */
  private static String special(Type type) {
    return type.rank() > 1
        ? "arrays"
        : switch (type.scalar()) {
          case F64 -> "doubles";
          case I32 -> "ints";
          case I64 -> "longs";
          case BOOL, VOID -> "arrays";
        };
  }
}
