package ad4j.compiler.write;

import ad4j.program.Block;
import ad4j.program.Constant;
import ad4j.program.Edge;
import ad4j.program.Flow;
import ad4j.program.Loop;
import ad4j.program.Program;
import ad4j.program.Terminator;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds blocks that are entered in one place only and left for a few places: loops, mostly. */
final class BlocksFinder {
  private final Sizes sizes;
  private final Flow flow;
  private final int most;
  private final int mostExits;

  /** The blocks that read a value. */
  private final Map<Value, Set<Block>> users = new HashMap<>();

  /** Finds blocks of at most so many bytes in all, that are left for at most so many places. */
  BlocksFinder(Program program, Flow flow, Sizes sizes, int most, int mostExits) {
    this.sizes = sizes;
    this.flow = flow;
    this.most = most;
    this.mostExits = mostExits;
    for (Block block : program.blocks()) {
      reads(block)
          .forEach(value -> users.computeIfAbsent(value, key -> new HashSet<>()).add(block));
    }
  }

  private static List<Value> reads(Block block) {
    List<Value> all = new ArrayList<>(block.end().operands());
    block.instructions().forEach(instruction -> all.addAll(instruction.operands()));
    block.edges().forEach(edge -> all.addAll(edge.arguments()));
    all.removeIf(value -> value instanceof Constant);
    return all;
  }

  /** The best part that begins with this block, or null. */
  @Nullable Part best(Block first) {
    Set<Block> inside = new LinkedHashSet<>();
    TreeMap<Integer, Block> exits = new TreeMap<>();
    Part best = null;
    Block next = first.end() instanceof Terminator.Return ? null : first;
    int size = 0;
    int looked = 0;
    while (next != null) {
      inside.add(next);
      exits.remove(next.index());
      size += sizes.of(next);
      if (size > most) {
        break;
      }
      for (Edge edge : next.edges()) {
        if (!inside.contains(edge.target())) {
          exits.put(edge.target().index(), edge.target());
        }
      }
      // those a little larger are hardly better
      if (!exits.isEmpty() && exits.size() <= mostExits && size >= 1.1 * looked) {
        looked = size;
        best = Part.better(best, part(inside, first, List.copyOf(exits.values()), size));
      }
      next = further(inside, exits);
    }
    return best;
  }

  /** The next block that all ways but those of its own loop lead to from inside. */
  private @Nullable Block further(Set<Block> inside, SortedMap<Integer, Block> exits) {
    for (Block block : exits.values()) {
      boolean within =
          !(block.end() instanceof Terminator.Return)
              && flow.sources(block).stream()
                  .allMatch(source -> inside.contains(source) || source.index() >= block.index());
      if (within) {
        return block;
      }
    }
    return null;
  }

  private @Nullable Part part(Set<Block> inside, Block first, List<Block> exits, int size) {
    for (Block block : inside) {
      if (block != first && !inside.containsAll(flow.sources(block))) {
        return null;
      }
    }
    Set<Value> inputs = new LinkedHashSet<>();
    Set<Value> outputs = new LinkedHashSet<>();
    Set<Value> made = new HashSet<>();
    for (Block block : inside) {
      made.addAll(block.instructions());
      made.addAll(block == first && !isTurned(first, inside) ? List.of() : block.parameters());
      inputs.addAll(reads(block));
    }
    inputs.removeAll(made);
    inputs.addAll(first.parameters());
    for (Value value : made) {
      if (!inside.containsAll(users.getOrDefault(value, Set.of()))) {
        outputs.add(value);
      }
    }
    return part(new Part.Blocks(Set.copyOf(inside), first, exits), inputs, outputs, size);
  }

  private @Nullable Part part(Part.Blocks shape, Set<Value> inputs, Set<Value> outputs, int size) {
    int results = outputs.size() + shape.handed().size() + (shape.isNumbered() ? 1 : 0);
    int locals = inputs.stream().mapToInt(x -> Slots.kind(x.type()).slotSize()).sum();
    boolean grouped =
        inputs.stream().anyMatch(BlocksFinder::isGroup)
            || outputs.stream().anyMatch(BlocksFinder::isGroup);
    if (grouped || locals > RunFinder.MOST_INPUTS || size + Part.frame(results) > most) {
      return null;
    }
    int ways = shape.isNumbered() ? 12 + 11 * shape.exits().size() : 0;
    int gain = size - Part.call(inputs.size(), results) - 2 * shape.handed().size() - ways;
    return new Part(shape, gain, depth(shape), List.copyOf(inputs), List.copyOf(outputs));
  }

  /** Whether it is entered from inside again, so that its parameters change. */
  private boolean isTurned(Block first, Set<Block> inside) {
    return flow.sources(first).stream().anyMatch(inside::contains);
  }

  /** Several results of a call, which only the caller can take. */
  private static boolean isGroup(Value value) {
    return value.type().equals(Type.VOID);
  }

  /** How many loops are around all of it. */
  private int depth(Part.Blocks shape) {
    int depth = 0;
    for (Loop loop = flow.loop(shape.first()); loop != null; loop = loop.parent()) {
      depth += shape.blocks().containsAll(loop.blocks()) ? 0 : 1;
    }
    return depth;
  }
}
