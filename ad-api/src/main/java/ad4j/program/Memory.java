package ad4j.program;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Versions of what arrays of each region hold: where the version is the same, nothing was stored in
 * between.
 */
final class Memory {
  private final Flow flow;
  private final Regions regions;
  private final Map<Block, Set<Regions.Region>> stored = new HashMap<>();
  private final Map<Block, Map<Regions.Region, Integer>> atEnd = new HashMap<>();
  private final Set<Regions.Region> loaded = new HashSet<>();
  private Map<Regions.Region, Integer> versions = new HashMap<>();
  private int last;

  Memory(Program program, Flow flow, boolean distinct) {
    this.flow = flow;
    this.regions = new Regions(program, distinct);
    for (Block block : program.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction.op() instanceof Op.Load) {
          loaded.add(regions.of(instruction.operand(0)));
        }
      }
    }
    for (Block block : program.blocks()) {
      Set<Regions.Region> changed = new HashSet<>();
      block.instructions().forEach(instruction -> changed.addAll(stored(instruction)));
      stored.put(block, changed);
    }
  }

  Regions regions() {
    return regions;
  }

  /** The regions of arrays that an instruction may store to. */
  private Collection<Regions.Region> stored(Instruction instruction) {
    return switch (instruction.op()) {
      case Op.Store _, Op.Fill _ -> Set.of(regions.of(instruction.operand(0)));
      case Op.Move _ -> Set.of(regions.of(instruction.operand(2)));
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

  private void change(Regions.Region region) {
    last++;
    versions.put(region, last);
  }

  /** The version of what arrays that may be this one hold here. */
  int version(Value array) {
    return versions.getOrDefault(regions.of(array), 0);
  }
}
