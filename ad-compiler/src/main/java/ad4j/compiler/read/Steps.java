package ad4j.compiler.read;

import ad4j.error.ProgramException;
import ad4j.op.Arithmetic;
import ad4j.op.Operator;
import ad4j.program.Constant;
import ad4j.program.IntegralOp;
import ad4j.program.Op;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.DiscontinuedInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.NopInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import org.jspecify.annotations.Nullable;

/** What each instruction does that is no jump. */
final class Steps {
  private final Reading reading;
  private final Site site;
  private final ProgramBuilder builder;
  private final Conditions conditions;
  private final ArraySteps arrays;
  private final FieldSteps fields;
  private final Calls calls;

  Steps(Reading reading, Site site, @Nullable ValueClass building) {
    this.reading = reading;
    this.site = site;
    this.builder = site.builder();
    this.conditions = new Conditions(site);
    this.arrays = new ArraySteps(site);
    this.fields = new FieldSteps(reading, site, building);
    this.calls = new Calls(reading, site);
  }

  /** Reads an instruction. False: nothing comes after it. */
  boolean step(Instruction instruction, Frame frame) {
    reading.count();
    switch (instruction) {
      case LoadInstruction load -> load(load.slot(), frame);
      case StoreInstruction store -> store(store.slot(), frame);
      case IncrementInstruction step -> increment(step, frame);
      case ConstantInstruction constant -> frame.push(constant(constant));
      case OperatorInstruction operator -> operator(operator.opcode(), frame);
      case ConvertInstruction convert -> convert(convert.opcode(), frame);
      case StackInstruction stack -> stack(stack.opcode(), frame);
      case ArrayLoadInstruction load -> arrays.load(load.opcode(), frame);
      case ArrayStoreInstruction store -> arrays.store(store.opcode(), frame);
      case NewPrimitiveArrayInstruction array -> arrays.make(array, frame);
      case NewReferenceArrayInstruction array -> arrays.make(array, frame);
      case NewMultiArrayInstruction array -> arrays.make(array, frame);
      case FieldInstruction field -> fields.step(field, frame);
      case TypeCheckInstruction check -> conditions.check(reading.files(), check, frame);
      case NewObjectInstruction made ->
          frame.push(new Item.Fresh(made.className().asInternalName()));
      case InvokeInstruction call -> {
        return calls.invoke(call, frame);
      }
      case InvokeDynamicInstruction call -> frame.push(calls.dynamic(call, frame));
      case NopInstruction _ -> {}
      case MonitorInstruction _ ->
          throw site.refused("is synchronized", "synchronize around the whole function");
      case DiscontinuedInstruction _ ->
          throw site.refused("has a subroutine of old class files", "compile it anew");
      default -> throw site.refused("has the instruction " + instruction.opcode(), "");
    }
    return true;
  }

  /** The value that a branch on this depends on. */
  Lowering.Condition condition(Opcode opcode, Frame frame) {
    return conditions.condition(opcode, frame);
  }

  private void load(int slot, Frame frame) {
    Item item = frame.local(slot);
    if (item == null) {
      throw new ProgramException(site.code().place(site.index()) + " reads an unset variable");
    }
    frame.push(item);
  }

  private void store(int slot, Frame frame) {
    Item item = frame.pop();
    frame.local(slot, item);
    if (Item.isWide(item)) {
      frame.local(slot + 1, null);
    }
  }

  private void increment(IncrementInstruction step, Frame frame) {
    Value old = site.value(frame.local(step.slot()));
    Value value = builder.integral(IntegralOp.ADD, old, Constant.of(step.constant()));
    frame.local(step.slot(), new Item.Plain(value));
  }

  private Item constant(ConstantInstruction instruction) {
    return switch (instruction.constantValue()) {
      case Integer number -> new Item.Plain(Constant.of(number.intValue()));
      case Long number -> new Item.Plain(Constant.of(number.longValue()));
      case Double number -> new Item.Plain(Constant.of(number.doubleValue()));
      case Float _ -> throw refusedFloat();
      case String _ -> Item.TEXT;
      default -> instruction.opcode() == Opcode.ACONST_NULL ? Item.NOTHING : Item.TEXT;
    };
  }

  private void stack(Opcode opcode, Frame frame) {
    switch (opcode) {
      case POP -> frame.drop(1);
      case POP2 -> frame.drop(2);
      case DUP -> frame.copy(1, 0);
      case DUP_X1 -> frame.copy(1, 1);
      case DUP_X2 -> frame.copy(1, 2);
      case DUP2 -> frame.copy(2, 0);
      case DUP2_X1 -> frame.copy(2, 1);
      case DUP2_X2 -> frame.copy(2, 2);
      default -> frame.swap();
    }
  }

  private void convert(Opcode opcode, Frame frame) {
    Value x = site.value(frame.pop());
    Value result =
        switch (opcode) {
          case I2B -> builder.append(new Op.Narrow(8), Type.I32, x);
          case I2S -> builder.append(new Op.Narrow(16), Type.I32, x);
          case I2C -> builder.append(new Op.Narrow(-16), Type.I32, x);
          case I2L, D2L -> builder.convert(x, Type.I64);
          case I2D, L2D -> builder.convert(x, Type.F64);
          case L2I, D2I -> builder.convert(x, Type.I32);
          case D2F -> rounded(x);
          case F2D -> x;
          default -> throw refusedFloat();
        };
    frame.push(new Item.Plain(result));
  }

  /** {@code (double) (float) x}. */
  private Value rounded(Value x) {
    boolean widened = next() != null && Opcode.F2D == next();
    Operator round = reading.operators().find("fround");
    if (!widened || round == null) {
      throw refusedFloat();
    }
    return builder.apply(round, x);
  }

  private @Nullable Opcode next() {
    int next = site.index() + 1;
    var all = site.code().instructions();
    return next < all.size() ? all.get(next).opcode() : null;
  }

  private void operator(Opcode opcode, Frame frame) {
    switch (opcode) {
      case ARRAYLENGTH -> frame.push(arrays.length(frame.pop()));
      case DNEG -> push(frame, builder.apply(Arithmetic.NEG, site.value(frame.pop())));
      case INEG -> push(frame, negative(Constant.of(0), frame));
      case LNEG -> push(frame, negative(Constant.of(0L), frame));
      case LCMP, DCMPL, DCMPG -> {
        Value y = site.value(frame.pop());
        Item.Ordering ordering = new Item.Ordering(opcode, site.value(frame.pop()), y);
        boolean branches =
            site.code().instructions().get(site.index() + 1) instanceof BranchInstruction;
        frame.push(branches ? ordering : new Item.Plain(conditions.number(ordering)));
      }
      default -> {
        Value y = site.value(frame.pop());
        push(frame, binary(opcode, site.value(frame.pop()), y));
      }
    }
  }

  private static void push(Frame frame, Value value) {
    frame.push(new Item.Plain(value));
  }

  private Value negative(Constant zero, Frame frame) {
    return builder.integral(IntegralOp.SUB, zero, site.value(frame.pop()));
  }

  private Value binary(Opcode opcode, Value x, Value y) {
    return switch (opcode) {
      case DADD -> builder.apply(Arithmetic.ADD, x, y);
      case DSUB -> builder.apply(Arithmetic.SUB, x, y);
      case DMUL -> builder.apply(Arithmetic.MUL, x, y);
      case DDIV -> builder.apply(Arithmetic.DIV, x, y);
      case DREM -> builder.apply(remainder(), x, y);
      case FADD, FSUB, FMUL, FDIV, FREM, FCMPL, FCMPG -> throw refusedFloat();
      default -> builder.integral(integral(opcode), x, y);
    };
  }

  private Operator remainder() {
    Operator operator = reading.operators().find("rem");
    if (operator == null) {
      throw site.refused("computes a remainder", "install the operator 'rem'");
    }
    return operator;
  }

  private IntegralOp integral(Opcode opcode) {
    return switch (opcode) {
      case IADD, LADD -> IntegralOp.ADD;
      case ISUB, LSUB -> IntegralOp.SUB;
      case IMUL, LMUL -> IntegralOp.MUL;
      case IDIV, LDIV -> IntegralOp.DIV;
      case IREM, LREM -> IntegralOp.REM;
      case IAND, LAND -> IntegralOp.AND;
      case IOR, LOR -> IntegralOp.OR;
      case IXOR, LXOR -> IntegralOp.XOR;
      case ISHL, LSHL -> IntegralOp.SHL;
      case ISHR, LSHR -> IntegralOp.SHR;
      case IUSHR, LUSHR -> IntegralOp.USHR;
      default -> throw site.refused("has the instruction " + opcode, "");
    };
  }

  private ad4j.error.NotDifferentiableException refusedFloat() {
    return site.refused("computes with float", "use double");
  }
}
