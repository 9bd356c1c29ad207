package ad4j.reverse.program;

import ad4j.program.Block;
import ad4j.program.Edge;
import ad4j.program.Instruction;
import ad4j.program.Op;
import ad4j.program.Program;
import ad4j.program.Terminator;
import ad4j.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the derivatives of the doubles of a Program go. */
final class Uses {
  /** A use of a value in a block. */
  sealed interface Use {
    /** The block that uses it. */
    Block block();
  }

  /** As the operand with this index. */
  record Operand(Block block, Instruction instruction, int index) implements Use {}

  /** As the argument with this index. */
  record Argument(Block block, Edge edge, int index) implements Use {}

  /** As the result with this index. */
  record Returned(Block block, int index) implements Use {}

  private final Analysis analysis;
  private final Map<Value, List<Use>> uses = new HashMap<>();

  Uses(Analysis analysis, Program program) {
    this.analysis = analysis;
    for (Block block : program.blocks()) {
      for (Instruction instruction : block.instructions()) {
        for (int i = 0; i < instruction.operands().size(); i++) {
          note(instruction.operand(i), new Operand(block, instruction, i));
        }
      }
      for (Edge edge : block.edges()) {
        for (int i = 0; i < edge.arguments().size(); i++) {
          note(edge.arguments().get(i), new Argument(block, edge, i));
        }
      }
      if (block.end() instanceof Terminator.Return back) {
        for (int i = 0; i < back.values().size(); i++) {
          note(back.values().get(i), new Returned(block, i));
        }
      }
    }
  }

  private void note(Value value, Use use) {
    if (Activity.isNumber(value) && matters(use)) {
      uses.computeIfAbsent(value, key -> new ArrayList<>()).add(use);
    }
  }

  private boolean matters(Use use) {
    return switch (use) {
      case Operand(var _, var instruction, int index) ->
          switch (instruction.op()) {
            case Op.Apply apply ->
                analysis.isActive(instruction) && !analysis.slope(instruction, index).isZero();
            case Op.Store _, Op.Fill _ -> analysis.hasShadow(instruction.operand(0));
            case Op.Call _ -> analysis.isActiveCall(instruction);
            default -> false;
          };
      case Argument(var _, var edge, int index) ->
          analysis.isActive(edge.target().parameters().get(index));
      case Returned(var _, int index) -> analysis.isOutput(index);
    };
  }

  /** All uses of a double through which its derivative goes. */
  List<Use> of(Value value) {
    return uses.getOrDefault(value, List.of());
  }
}
