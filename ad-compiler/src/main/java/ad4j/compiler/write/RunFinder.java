package ad4j.compiler.write;

import ad4j.program.Block;
import ad4j.program.Constant;
import ad4j.program.Edge;
import ad4j.program.Instruction;
import ad4j.program.Program;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds runs of instructions, within a block, that have few inputs and outputs. */
final class RunFinder {
  /** A call can take that many locals. */
  static final int MOST_INPUTS = 240;

  /** How many beginnings are tried in a block. */
  private static final int TRIES = 40;

  private final Sizes sizes;
  private final int most;

  /** The last place in its own block that reads a value; later than all if others do. */
  private final Map<Value, Integer> lastUses = new HashMap<>();

  /** Where the instructions of the block stand that is looked at. */
  private final Map<Value, Integer> places = new HashMap<>();

  /** Finds runs of at most so many bytes. */
  RunFinder(Program program, Sizes sizes, int most) {
    this.sizes = sizes;
    this.most = most;
    for (Block block : program.blocks()) {
      number(block);
    }
  }

  private void number(Block block) {
    List<Instruction> body = block.instructions();
    Set<Instruction> own = new HashSet<>(body);
    for (int i = 0; i < body.size(); i++) {
      for (Value operand : body.get(i).operands()) {
        boolean here = operand instanceof Instruction instruction && own.contains(instruction);
        lastUses.merge(operand, here ? i : Integer.MAX_VALUE, Math::max);
      }
    }
    for (Value operand : block.end().operands()) {
      lastUses.put(operand, Integer.MAX_VALUE);
    }
    for (Edge edge : block.edges()) {
      edge.arguments().forEach(operand -> lastUses.put(operand, Integer.MAX_VALUE));
    }
  }

  /** The best run of a block that is in so many loops, or null. */
  @Nullable Part best(Block block, int depth) {
    int count = block.instructions().size();
    int step = Math.max(1, count / TRIES);
    Part best = null;
    places.clear();
    for (int i = 0; i < count; i++) {
      places.put(block.instructions().get(i), i);
    }
    for (int i = 0; i < count; i += step) {
      best = Part.better(best, from(block, i, depth));
    }
    return best;
  }

  private @Nullable Part from(Block block, int from, int depth) {
    List<Instruction> body = block.instructions();
    Scan scan = new Scan(from);
    int until = from;
    int most = 0;
    for (int i = from; i < body.size() && scan.add(body.get(i), i); i++) {
      int gain = scan.gain();
      if (gain > most) {
        most = gain;
        until = i + 1;
      }
    }
    return until == from ? null : part(block, from, until, most, depth);
  }

  private Part part(Block block, int from, int until, int gain, int depth) {
    List<Instruction> run = block.instructions().subList(from, until);
    Set<Value> inside = new HashSet<>(run);
    Set<Value> inputs = new LinkedHashSet<>();
    List<Value> outputs = new ArrayList<>();
    for (Instruction instruction : run) {
      for (Value operand : instruction.operands()) {
        if (!(operand instanceof Constant) && !inside.contains(operand)) {
          inputs.add(operand);
        }
      }
      if (lastUse(instruction) >= until) {
        outputs.add(instruction);
      }
    }
    return new Part(new Part.Run(block, run), gain, depth, List.copyOf(inputs), outputs);
  }

  private int lastUse(Value value) {
    return lastUses.getOrDefault(value, -1);
  }

  /** A run that grows by one instruction after the other. */
  private final class Scan {
    private final int from;
    private final Set<Value> inputs = new HashSet<>();
    private final Map<Integer, Integer> ends = new HashMap<>();
    private final Map<Integer, Integer> groups = new HashMap<>();
    private int size;
    private int locals;
    private int outputs;

    /** Calls with several results, whose results may only be taken where they are made. */
    private int open;

    Scan(int from) {
      this.from = from;
    }

    /** Adds an instruction; whether the run may be so long. */
    boolean add(Instruction instruction, int place) {
      size += sizes.of(instruction);
      for (Value operand : instruction.operands()) {
        boolean outside = places.getOrDefault(operand, -1) < from;
        if (outside && !(operand instanceof Constant) && inputs.add(operand)) {
          locals += Slots.kind(operand.type()).slotSize();
          if (operand.type().equals(Type.VOID)) {
            return false;
          }
        }
      }
      boolean group = instruction.type().equals(Type.VOID);
      int last = lastUse(instruction);
      if (last > place) {
        (group ? groups : ends).merge(last, 1, Integer::sum);
        open += group ? 1 : 0;
        outputs += group ? 0 : 1;
      }
      outputs -= ends.getOrDefault(place, 0);
      open -= groups.getOrDefault(place, 0);
      return size + Part.frame(0) <= most && locals <= MOST_INPUTS;
    }

    /** How many bytes it would save; 0 if it cannot end here. */
    int gain() {
      boolean fits = open == 0 && size + Part.frame(outputs) <= most;
      return fits ? size - Part.call(inputs.size(), outputs) : 0;
    }
  }
}
