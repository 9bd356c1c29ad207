package ad4j.compiler.write;

import ad4j.error.ProgramException;
import ad4j.program.Constant;
import ad4j.program.Instruction;
import ad4j.program.IntegralOp;
import ad4j.program.Op;
import ad4j.program.Parameter;
import ad4j.program.Type;
import ad4j.program.Value;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Writes expressions: what leaves a value on the operand stack. */
final class ValueWriter {
  private static final ClassDesc MATH = Types.desc(Math.class);

  private final Method method;
  private final CodeBuilder code;
  private final OperatorWriter operators;
  private final ArrayWriter arrays;
  private final ConditionWriter conditions;

  ValueWriter(Method method, ConditionWriter conditions) {
    this.method = method;
    this.code = method.code();
    this.conditions = conditions;
    this.operators = new OperatorWriter(method, this);
    this.arrays = new ArrayWriter(method, this);
  }

  /** Leaves a value on the stack: from its local, or by its expression. */
  void push(Value value) {
    switch (value) {
      case Constant constant -> constant(constant);
      case Parameter parameter -> load(parameter);
      case Instruction instruction -> {
        if (method.trees().isInlined(instruction)) {
          compute(instruction);
        } else {
          load(instruction);
        }
      }
    }
  }

  void push(List<Value> values) {
    values.forEach(this::push);
  }

  private void load(Value value) {
    int local = method.slots().of(value);
    if (local < 0) {
      throw new ProgramException("a value that is read before it is made: " + value);
    }
    code.loadLocal(Slots.kind(value.type()), local);
  }

  private void constant(Constant constant) {
    Number number = constant.number();
    switch (number) {
      case null -> code.aconst_null();
      case Integer value -> code.loadConstant(value.intValue());
      case Long value -> code.loadConstant(value.longValue());
      default -> code.loadConstant(number.doubleValue());
    }
  }

  /** Computes an instruction; leaves its value on the stack, if it has one. */
  void compute(Instruction instruction) {
    List<Value> xs = instruction.operands();
    switch (instruction.op()) {
      case Op.Apply apply -> operators.apply(apply.operator(), xs);
      case Op.Integral integral -> integral(integral.kind(), instruction);
      case Op.Compare _ -> truth(instruction);
      case Op.Convert _ -> {
        push(xs);
        code.conversion(Types.kind(xs.getFirst().type()), Types.kind(instruction.type()));
      }
      case Op.Narrow narrow -> {
        push(xs);
        narrow(narrow.bits());
      }
      case Op.Call call -> call(call, xs);
      case Op.Result result -> result(result.index(), (Instruction) instruction.operand(0));
      case Op.New _, Op.ZeroLike _, Op.Copy _, Op.Length _, Op.Load _, Op.Store _ ->
          arrays.compute(instruction);
      case Op.Fill _, Op.Move _, Op.Held _, Op.Grow _ -> arrays.compute(instruction);
      case Op.Check(Op op, Type type) -> check(new Instruction(op, type, xs, null));
      case Op.Guard _ -> guard(xs.getFirst());
    }
  }

  private void check(Instruction checked) {
    compute(checked);
    drop(checked);
  }

  private void guard(Value condition) {
    Label holds = code.newLabel();
    conditions.jumpOn(condition, true, holds);
    code.invokestatic(Types.SUPPORT, "guarded", MethodTypeDesc.of(Types.RAISED)).athrow();
    code.labelBinding(holds);
  }

  private void integral(IntegralOp kind, Instruction instruction) {
    boolean wide = instruction.type().equals(Type.I64);
    Value second = instruction.operand(1);
    push(instruction.operands());
    if (kind.isShift() && second.type().equals(Type.I64)) {
      code.l2i();
    }
    switch (kind) {
      case ADD -> code.with(operation(wide ? Opcode.LADD : Opcode.IADD));
      case SUB -> code.with(operation(wide ? Opcode.LSUB : Opcode.ISUB));
      case MUL -> code.with(operation(wide ? Opcode.LMUL : Opcode.IMUL));
      case DIV -> code.with(operation(wide ? Opcode.LDIV : Opcode.IDIV));
      case REM -> code.with(operation(wide ? Opcode.LREM : Opcode.IREM));
      case AND -> code.with(operation(wide ? Opcode.LAND : Opcode.IAND));
      case OR -> code.with(operation(wide ? Opcode.LOR : Opcode.IOR));
      case XOR -> code.with(operation(wide ? Opcode.LXOR : Opcode.IXOR));
      case SHL -> code.with(operation(wide ? Opcode.LSHL : Opcode.ISHL));
      case SHR -> code.with(operation(wide ? Opcode.LSHR : Opcode.ISHR));
      case USHR -> code.with(operation(wide ? Opcode.LUSHR : Opcode.IUSHR));
      case MIN -> extreme("min", wide);
      case MAX -> extreme("max", wide);
    }
  }

  private static OperatorInstruction operation(Opcode opcode) {
    return OperatorInstruction.of(opcode);
  }

  private void extreme(String name, boolean wide) {
    ClassDesc type = wide ? ConstantDescs.CD_long : ConstantDescs.CD_int;
    code.invokestatic(MATH, name, MethodTypeDesc.of(type, type, type));
  }

  private void truth(Instruction compare) {
    Label no = code.newLabel();
    Label end = code.newLabel();
    conditions.jump(compare, false, no);
    code.iconst_1().goto_(end).labelBinding(no).iconst_0().labelBinding(end);
  }

  private void narrow(int bits) {
    switch (bits) {
      case 8 -> code.i2b();
      case 16 -> code.i2s();
      case -16 -> code.i2c();
      default -> {
        int shift = 32 - Math.abs(bits);
        code.loadConstant(shift).ishl().loadConstant(shift);
        if (bits < 0) {
          code.iushr();
        } else {
          code.ishr();
        }
      }
    }
  }

  /** Pushes values of these types, in one array. */
  void pack(List<Value> xs, List<Type> types) {
    new Packed(types).make(code, xs.stream().<Runnable>map(x -> () -> push(x)).toList());
  }

  private void call(Op.Call call, List<Value> xs) {
    Unit callee = method.units().of(call.routine());
    if (callee.packed()) {
      pack(xs, callee.types());
    } else {
      push(xs);
    }
    if (callee.framed()) {
      code.aload(method.unit().frameLocal());
    }
    code.invokestatic(method.owner(), callee.name(), callee.type());
  }

  private void result(int index, Instruction call) {
    if (!(call.op() instanceof Op.Call made)) {
      throw new ProgramException("a result of something that is no call");
    }
    push(call);
    if (made.routine().results().size() > 1) {
      new Packed(made.routine().results()).take(code, index);
    }
  }

  /** Drops what {@link #compute} left. */
  void drop(Instruction instruction) {
    TypeKind kind = kind(instruction);
    if (kind.slotSize() == 2) {
      code.pop2();
    } else if (kind.slotSize() == 1) {
      code.pop();
    }
  }

  /** What {@link #compute} leaves. */
  static TypeKind kind(Instruction instruction) {
    if (instruction.op() instanceof Op.Call call && call.routine().results().size() > 1) {
      return TypeKind.REFERENCE;
    }
    return Types.kind(instruction.type());
  }
}
