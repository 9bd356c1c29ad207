package ad4j.program;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Versions of what arrays of each type hold: where the version is the same, nothing was stored in
 * between. An array of one type is taken to be any other of that type.
 */
final class Memory {
  private final Flow flow;
  private final Map<Block, Set<Type>> stored = new HashMap<>();
  private final Map<Block, Map<Type, Integer>> atEnd = new HashMap<>();
  private final Set<Type> loaded = new HashSet<>();
  private Map<Type, Integer> versions = new HashMap<>();
  private int last;

  Memory(Program program, Flow flow) {
    this.flow = flow;
    for (Block block : program.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction.op() instanceof Op.Load) {
          loaded.add(instruction.operand(0).type());
        }
      }
    }
    for (Block block : program.blocks()) {
      Set<Type> types = new HashSet<>();
      block.instructions().forEach(instruction -> types.addAll(stored(instruction)));
      stored.put(block, types);
    }
  }

  /** The types of arrays that an instruction may store to. */
  private Collection<Type> stored(Instruction instruction) {
    return switch (instruction.op()) {
      case Op.Store _, Op.Fill _ -> Set.of(instruction.operand(0).type());
      case Op.Move _ -> Set.of(instruction.operand(2).type());
      case Op.Call _ -> loaded;
      default -> Set.of();
    };
  }

  /** Goes to the beginning of a block; those that dominate it have been gone through. */
  void begin(Block block) {
    versions = new HashMap<>();
    Block dominator = flow.dominator(block);
    if (dominator != block) {
      versions.putAll(atEnd.getOrDefault(dominator, Map.of()));
      between(dominator, block)
          .forEach(each -> stored.getOrDefault(each, loaded).forEach(this::change));
    }
    atEnd.put(block, versions);
  }

  /** The blocks on the ways from one to another that it dominates. */
  private Set<Block> between(Block dominator, Block block) {
    Set<Block> found = new HashSet<>();
    Deque<Block> open = new ArrayDeque<>(flow.sources(block));
    while (!open.isEmpty()) {
      Block source = open.remove();
      if (source != dominator && found.add(source)) {
        open.addAll(flow.sources(source));
      }
    }
    return found;
  }

  /** Goes past an instruction. */
  void pass(Instruction instruction) {
    stored(instruction).forEach(this::change);
  }

  private void change(Type type) {
    last++;
    versions.put(type, last);
  }

  /** The version of what arrays of this type hold here. */
  int version(Type array) {
    return versions.getOrDefault(array, 0);
  }
}
