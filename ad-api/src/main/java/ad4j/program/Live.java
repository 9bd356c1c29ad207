package ad4j.program;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is needed where blocks begin: parameters of theirs, too, and no constants. */
final class Live {
  private final Map<Block, Set<Value>> live = new HashMap<>();

  Live(Program program) {
    program.blocks().forEach(block -> live.put(block, new HashSet<>()));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Block block : program.blocks().reversed()) {
        changed |= at(block).addAll(needed(block));
      }
    }
  }

  /** What a block or one after it needs, and does not compute itself. */
  Set<Value> at(Block block) {
    return live.getOrDefault(block, Set.of());
  }

  private Set<Value> needed(Block block) {
    Set<Value> now = new HashSet<>();
    for (Edge edge : block.edges()) {
      Block target = edge.target();
      now.addAll(at(target));
      target.parameters().forEach(now::remove);
      for (int i = 0; i < edge.arguments().size(); i++) {
        if (at(target).contains(target.parameters().get(i))) {
          use(edge.arguments().get(i), now);
        }
      }
    }
    block.end().operands().forEach(value -> use(value, now));
    for (Instruction instruction : block.instructions().reversed()) {
      now.remove(instruction);
      List<Value> operands = instruction.operands();
      operands.forEach(value -> use(value, now));
    }
    return now;
  }

  private static void use(Value value, Set<Value> now) {
    if (!(value instanceof Constant)) {
      now.add(value);
    }
  }
}
