package ad4j.compiler.write;

import ad4j.op.Comparison;
import ad4j.program.Constant;
import ad4j.program.Instruction;
import ad4j.program.Op;
import ad4j.program.Type;
import ad4j.program.Value;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.OperatorInstruction;

/** Writes jumps on conditions: comparisons become part of them. */
final class ConditionWriter {
  private final CodeBuilder code;
  private final Trees trees;
  private final ValueWriter values;

  ConditionWriter(Method method) {
    this.code = method.code();
    this.trees = method.trees();
    this.values = new ValueWriter(method, this);
  }

  ValueWriter values() {
    return values;
  }

  /** Goes to {@code target} if the truth of {@code condition} is {@code outcome}. */
  void jumpOn(Value condition, boolean outcome, Label target) {
    if (isInlinedCompare(condition)) {
      jump((Instruction) condition, outcome, target);
    } else {
      values.push(condition);
      code.branch(outcome ? Opcode.IFNE : Opcode.IFEQ, target);
    }
  }

  private boolean isInlinedCompare(Value value) {
    return trees.isInlined(value)
        && value instanceof Instruction instruction
        && instruction.op() instanceof Op.Compare;
  }

  /** Goes to {@code target} if the comparison turns out as {@code outcome}. */
  void jump(Instruction instruction, boolean outcome, Label target) {
    Comparison relation = ((Op.Compare) instruction.op()).relation();
    Value x = instruction.operand(0);
    Value y = instruction.operand(1);
    boolean equality = relation == Comparison.EQUAL || relation == Comparison.NOT_EQUAL;
    if (x.type().isArray()) {
      identity(x, y, (relation == Comparison.EQUAL) == outcome, target);
    } else if (x.type().equals(Type.F64)) {
      values.push(x);
      values.push(y);
      // with NaN the relation does not hold
      boolean less = relation == Comparison.LESS || relation == Comparison.AT_MOST;
      code.with(operation(less ? Opcode.DCMPG : Opcode.DCMPL));
      code.branch(withZero(relation, outcome), target);
    } else if (x.type().equals(Type.I64)) {
      values.push(x);
      values.push(y);
      code.lcmp().branch(withZero(relation, outcome), target);
    } else if (!isZero(y)) {
      values.push(x);
      values.push(y);
      code.branch(ofInts(relation, outcome), target);
    } else if (equality && isInlinedCompare(x)) {
      jump((Instruction) x, (relation == Comparison.NOT_EQUAL) == outcome, target);
    } else {
      values.push(x);
      code.branch(withZero(relation, outcome), target);
    }
  }

  private static OperatorInstruction operation(Opcode opcode) {
    return OperatorInstruction.of(opcode);
  }

  private void identity(Value x, Value y, boolean same, Label target) {
    values.push(x);
    if (y instanceof Constant) {
      code.branch(same ? Opcode.IFNULL : Opcode.IFNONNULL, target);
    } else {
      values.push(y);
      code.branch(same ? Opcode.IF_ACMPEQ : Opcode.IF_ACMPNE, target);
    }
  }

  private static boolean isZero(Value value) {
    return value instanceof Constant constant && constant.isInteger(0);
  }

  private static Opcode withZero(Comparison relation, boolean outcome) {
    return switch (relation) {
      case LESS -> outcome ? Opcode.IFLT : Opcode.IFGE;
      case AT_MOST -> outcome ? Opcode.IFLE : Opcode.IFGT;
      case GREATER -> outcome ? Opcode.IFGT : Opcode.IFLE;
      case AT_LEAST -> outcome ? Opcode.IFGE : Opcode.IFLT;
      case EQUAL -> outcome ? Opcode.IFEQ : Opcode.IFNE;
      case NOT_EQUAL -> outcome ? Opcode.IFNE : Opcode.IFEQ;
    };
  }

  private static Opcode ofInts(Comparison relation, boolean outcome) {
    return switch (relation) {
      case LESS -> outcome ? Opcode.IF_ICMPLT : Opcode.IF_ICMPGE;
      case AT_MOST -> outcome ? Opcode.IF_ICMPLE : Opcode.IF_ICMPGT;
      case GREATER -> outcome ? Opcode.IF_ICMPGT : Opcode.IF_ICMPLE;
      case AT_LEAST -> outcome ? Opcode.IF_ICMPGE : Opcode.IF_ICMPLT;
      case EQUAL -> outcome ? Opcode.IF_ICMPEQ : Opcode.IF_ICMPNE;
      case NOT_EQUAL -> outcome ? Opcode.IF_ICMPNE : Opcode.IF_ICMPEQ;
    };
  }
}
