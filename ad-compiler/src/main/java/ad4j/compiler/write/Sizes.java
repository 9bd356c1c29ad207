package ad4j.compiler.write;

import ad4j.op.Arithmetic;
import ad4j.op.Operator;
import ad4j.program.Block;
import ad4j.program.Constant;
import ad4j.program.Instruction;
import ad4j.program.IntegralOp;
import ad4j.program.Op;
import ad4j.program.Program;
import ad4j.program.Terminator;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.List;

/** How many bytes of code instructions and blocks are, about, and rather too many. */
final class Sizes {
  /** A load or store of a local. */
  private static final int ACCESS = 2;

  private final Trees trees;
  private final DirectMethods direct;

  Sizes(Program program, DirectMethods direct) {
    this.trees = new Trees(program);
    this.direct = direct;
  }

  int of(Program program) {
    int unpacked = Packed.suits(program) ? 14 * program.parameters().size() : 0;
    return unpacked + program.blocks().stream().mapToInt(this::of).sum();
  }

  /** What it takes to put so many values into one array. */
  private static int packed(int values) {
    return 12 + 13 * values;
  }

  int of(Block block) {
    int size = end(block.end());
    for (Instruction instruction : block.instructions()) {
      size += of(instruction);
    }
    return size;
  }

  /** An instruction, what it takes to push its operands, and what to store its result. */
  int of(Instruction instruction) {
    int store = trees.isInlined(instruction) || instruction.type().equals(Type.VOID) ? 0 : ACCESS;
    return operation(instruction) + operands(instruction.operands()) + store;
  }

  private int operands(List<? extends Value> values) {
    int size = 0;
    for (Value value : values) {
      size += value instanceof Constant ? 3 : trees.isInlined(value) ? 0 : ACCESS;
    }
    return size;
  }

  private int operation(Instruction instruction) {
    return operation(instruction, instruction.op());
  }

  private int operation(Instruction instruction, Op op) {
    int count = instruction.operands().size();
    return switch (op) {
      case Op.Apply apply -> operator(apply.operator(), count);
      case Op.Integral integral ->
          integral.kind() == IntegralOp.MIN || integral.kind() == IntegralOp.MAX ? 3 : 1;
      case Op.Compare _ -> trees.isInlined(instruction) ? 4 : 9;
      case Op.Convert _, Op.Length _, Op.Load _, Op.Store _ -> 1;
      case Op.Narrow _ -> 5;
      case Op.New _ -> 4;
      case Op.ZeroLike _, Op.Copy _ -> 6;
      case Op.Fill _, Op.Move _ -> 3;
      case Op.Held _, Op.Grow _ -> 13;
      case Op.Call call ->
          3
              + ACCESS
              + (call.routine().results().size() > 1 ? ACCESS : 0)
              + (Packed.suits(call.routine().body()) ? packed(count) : 0);
      case Op.Result _ -> 11;
      case Op.Check check -> 1 + operation(instruction, check.op());
      case Op.Guard _ -> 7;
    };
  }

  private int operator(Operator operator, int count) {
    if (operator == Arithmetic.CHAIN) {
      return 21;
    }
    if (operator == Arithmetic.WHERE) {
      return 11;
    }
    boolean simple =
        operator == Arithmetic.ADD || operator == Arithmetic.SUB || operator == Arithmetic.MUL;
    if (simple || operator == Arithmetic.ACCUMULATE || operator == Arithmetic.DIV) {
      return 1;
    }
    boolean called =
        operator == Arithmetic.NEG
            || operator == Arithmetic.SQUARE
            || operator == Arithmetic.RECIPROCAL
            || operator == Arithmetic.SHARE
            || direct.of(operator, count).isPresent();
    return called ? 3 : operator.arity() == 1 || operator.arity() == 2 ? 8 : 13 + 5 * count;
  }

  private int end(Terminator end) {
    int moves =
        end.edges().stream()
            .mapToInt(edge -> operands(edge.arguments()) + ACCESS * edge.arguments().size())
            .sum();
    int own =
        switch (end) {
          case Terminator.Jump _ -> 3;
          case Terminator.Branch _ -> 6;
          case Terminator.Switch choice -> 15 + 11 * choice.keys().size();
          case Terminator.Return back ->
              back.values().size() > 1 ? packed(back.values().size()) : 1;
          case Terminator.Throw _ -> 7;
        };
    return own + moves + operands(end.operands());
  }
}
