package ad4j.compiler.write;

import ad4j.program.Block;
import ad4j.program.Edge;
import ad4j.program.Instruction;
import ad4j.program.Parameter;
import ad4j.program.Program;
import ad4j.program.Value;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the values in locals are alive. An instruction reads at an even position and writes at the
 * odd one after it; a block has one more position for its end and one for its edges.
 */
final class Liveness {
  private final Program program;
  private final Trees trees;
  private final Map<Value, Integer> numbers = new HashMap<>();
  private final Map<Value, Ranges> ranges = new LinkedHashMap<>();
  private final BitSet[] live;
  private final int[] starts;
  private Value[] values = new Value[0];

  Liveness(Program program, Trees trees) {
    this.program = program;
    this.trees = trees;
    int count = program.blocks().size();
    live = new BitSet[count];
    starts = new int[count + 1];
    for (Block block : program.blocks()) {
      int i = block.index();
      live[i] = new BitSet();
      starts[i + 1] = starts[i] + 2 * (trees.roots(block).size() + 3);
      block.parameters().forEach(this::number);
      trees.roots(block).forEach(this::number);
    }
    values = new Value[numbers.size()];
    numbers.forEach((value, number) -> values[number] = value);
    solve();
    program.blocks().forEach(this::addRanges);
  }

  /** Where each value is alive, in the order of the code; those that nobody uses are not there. */
  Map<Value, Ranges> ranges() {
    return ranges;
  }

  private void number(Value value) {
    numbers.put(value, numbers.size());
  }

  private int numberOf(Value value) {
    return numbers.getOrDefault(value, -1);
  }

  /** What is alive where blocks begin, without their parameters. */
  private void solve() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = live.length - 1; i >= 0; i--) {
        BitSet now = liveAtStart(program.blocks().get(i));
        if (!now.equals(live[i])) {
          live[i] = now;
          changed = true;
        }
      }
    }
  }

  private BitSet liveAtStart(Block block) {
    BitSet now = liveAtEnd(block);
    for (Edge edge : block.edges()) {
      use(edge.arguments(), now);
    }
    use(block.end().operands(), now);
    List<Instruction> roots = trees.roots(block);
    for (int i = roots.size() - 1; i >= 0; i--) {
      now.clear(numberOf(roots.get(i)));
      use(roots.get(i).operands(), now);
    }
    for (Parameter parameter : block.parameters()) {
      now.clear(numberOf(parameter));
    }
    return now;
  }

  private BitSet liveAtEnd(Block block) {
    BitSet all = new BitSet();
    block.edges().forEach(edge -> all.or(live[edge.target().index()]));
    return all;
  }

  private void use(List<Value> operands, BitSet now) {
    trees.leaves(operands).forEach(leaf -> now.set(numberOf(leaf)));
  }

  private void addRanges(Block block) {
    int start = starts[block.index()];
    int end = starts[block.index() + 1];
    liveAtEnd(block).stream().forEach(number -> range(values[number]).add(start, end));
    for (Edge edge : block.edges()) {
      use(edge.arguments(), start, end - 1);
    }
    List<Instruction> roots = trees.roots(block);
    int position = start + 2 * (roots.size() + 1);
    use(block.end().operands(), start, position + 1);
    for (int i = roots.size() - 1; i >= 0; i--) {
      position -= 2;
      Ranges written = ranges.get(roots.get(i));
      if (written != null) {
        written.beginAt(position + 1);
      }
      use(roots.get(i).operands(), start, position + 1);
    }
  }

  private void use(List<Value> operands, int start, int end) {
    trees.leaves(operands).forEach(leaf -> range(leaf).add(start, end));
  }

  private Ranges range(Value value) {
    return ranges.computeIfAbsent(value, key -> new Ranges());
  }
}
