package ad4j.compiler.write;

import ad4j.program.Block;
import ad4j.program.Constant;
import ad4j.program.Edge;
import ad4j.program.Instruction;
import ad4j.program.IntegralOp;
import ad4j.program.Op;
import ad4j.program.Parameter;
import ad4j.program.Program;
import ad4j.program.Terminator;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which instructions stand within the expression of their only user instead of in a local. The
 * order of those that have effects, see them or may fail stays as it is.
 */
final class Trees {
  /** Deeper expressions are taken apart: they are walked by recursion. */
  private static final int DEEPEST = 50;

  private final Map<Value, Integer> uses = new HashMap<>();
  private final Set<Value> inlined = new HashSet<>();
  private final Map<Block, List<Instruction>> roots = new HashMap<>();

  Trees(Program program) {
    for (Block block : program.blocks()) {
      block.instructions().forEach(instruction -> count(instruction.operands()));
      count(block.end().operands());
      block.edges().forEach(edge -> count(edge.arguments()));
    }
    for (Block block : program.blocks()) {
      new Walk(block).run();
      roots.put(
          block, block.instructions().stream().filter(root -> !inlined.contains(root)).toList());
    }
  }

  private void count(List<Value> values) {
    values.forEach(value -> uses.merge(value, 1, Integer::sum));
  }

  /** Whether it is written where it is used. */
  boolean isInlined(Value value) {
    return inlined.contains(value);
  }

  /** Whether anybody uses it. */
  boolean isUsed(Value value) {
    return uses.containsKey(value);
  }

  /** The instructions that are written by themselves, in order. */
  List<Instruction> roots(Block block) {
    return roots.getOrDefault(block, List.of());
  }

  /** Adds the values in locals that the expression of {@code value} reads. */
  void leaves(Value value, List<Value> into) {
    switch (value) {
      case Constant _ -> {}
      case Parameter parameter -> into.add(parameter);
      case Instruction instruction -> {
        if (isInlined(instruction)) {
          instruction.operands().forEach(operand -> leaves(operand, into));
        } else {
          into.add(instruction);
        }
      }
    }
  }

  /** The values in locals that these expressions read. */
  List<Value> leaves(List<? extends Value> values) {
    List<Value> all = new ArrayList<>();
    values.forEach(value -> leaves(value, all));
    return all;
  }

  /** Whether it may be computed at any later point of the block: it cannot fail, nor be changed. */
  static boolean isMovable(Instruction instruction) {
    return switch (instruction.op()) {
      case Op.Integral integral -> !mayFail(integral.kind(), instruction.operand(1));
      case Op.Apply _, Op.Compare _, Op.Convert _, Op.Narrow _, Op.Result _ -> true;
      default -> false;
    };
  }

  private static boolean mayFail(IntegralOp kind, Value divisor) {
    return kind.mayFail() && (!(divisor instanceof Constant number) || number.isInteger(0));
  }

  /** One block, from its end to its beginning. */
  private final class Walk {
    private final Block block;
    private final List<Instruction> body;
    private final Set<Instruction> own;
    private int cursor;

    Walk(Block block) {
      this.block = block;
      this.body = block.instructions();
      this.own = new HashSet<>(body);
      this.cursor = body.size();
    }

    void run() {
      boolean jumps = block.end() instanceof Terminator.Jump;
      List<Edge> edges = block.edges();
      for (int i = edges.size() - 1; i >= 0; i--) {
        visit(edges.get(i).arguments(), jumps, 0);
      }
      visit(block.end().operands(), true, 0);
      for (int i = body.size() - 1; i >= 0; i--) {
        Instruction root = body.get(i);
        if (!inlined.contains(root)) {
          cursor = isMovable(root) ? cursor : i;
          visit(root.operands(), true, 0);
        }
      }
    }

    private void visit(List<Value> values, boolean ordered, int depth) {
      for (int i = values.size() - 1; i >= 0; i--) {
        if (values.get(i) instanceof Instruction instruction
            && depth < DEEPEST
            && fits(instruction, ordered)) {
          inlined.add(instruction);
          visit(instruction.operands(), ordered, depth + 1);
        }
      }
    }

    private boolean fits(Instruction instruction, boolean ordered) {
      if (instruction.type().equals(Type.VOID)
          || uses.getOrDefault(instruction, 0) != 1
          || !own.contains(instruction)) {
        return false;
      }
      return isMovable(instruction) || (ordered && isLast(instruction));
    }

    /** Whether it is the last of those whose order counts and that are not placed; places it. */
    private boolean isLast(Instruction instruction) {
      while (cursor > 0 && isPlaced(body.get(cursor - 1))) {
        cursor--;
      }
      boolean last = cursor > 0 && body.get(cursor - 1) == instruction;
      cursor -= last ? 1 : 0;
      return last;
    }

    private boolean isPlaced(Instruction instruction) {
      return isMovable(instruction) || inlined.contains(instruction);
    }
  }
}
