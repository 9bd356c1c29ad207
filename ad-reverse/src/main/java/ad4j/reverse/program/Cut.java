package ad4j.reverse.program;

import ad4j.program.Block;
import ad4j.program.Constant;
import ad4j.program.Copy;
import ad4j.program.Draft;
import ad4j.program.Edge;
import ad4j.program.Instruction;
import ad4j.program.Op;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.Routine;
import ad4j.program.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A Program cut in two where it calls a mark: all that the second part reads of the first goes
 * through {@link Stacks}. No way leads around the mark to a block behind it.
 */
final class Cut {
  private final Program both;
  private final Routine mark;
  private final List<Value> live;

  /** Cuts {@code both}; the first part is given its first {@code given} parameters, and stacks. */
  Cut(Program both, Routine mark, int given) {
    this.both = both;
    this.mark = mark;
    this.live = findLive(given);
  }

  /** What the second part reads of the first. */
  List<Value> live() {
    return live;
  }

  /** The first part, which returns what the mark is given. */
  Program before(ProgramBuilder builder, List<? extends Value> arguments, Stacks stacks) {
    return new Before(builder, arguments, stacks).build();
  }

  /** The second part, which returns what both return together. */
  Program after(ProgramBuilder builder, List<? extends Value> arguments, Stacks stacks) {
    return new After(builder, arguments, stacks).build();
  }

  private boolean isMark(Instruction instruction) {
    return instruction.op() instanceof Op.Call(Routine called) && called == mark;
  }

  private final class Before extends Copy {
    private final Stacks stacks;

    Before(ProgramBuilder builder, List<? extends Value> arguments, Stacks stacks) {
      super(both, builder, arguments);
      this.stacks = stacks;
    }

    Program build() {
      run();
      return builder().build();
    }

    @Override
    protected Value instruction(Instruction instruction) {
      if (!isMark(instruction)) {
        return super.instruction(instruction);
      }
      stacks.push(copies(live), builder());
      builder().giveBack(copies(instruction.operands()));
      builder().at(builder().block());
      return Constant.ZERO;
    }
  }

  private final class After extends Copy {
    private final Stacks stacks;
    private final Draft first;

    After(ProgramBuilder builder, List<? extends Value> arguments, Stacks stacks) {
      super(both, builder, arguments);
      this.stacks = stacks;
      this.first = builder.current();
    }

    Program build() {
      builder().at(builder().block());
      run();
      return builder().build();
    }

    @Override
    protected Value instruction(Instruction instruction) {
      if (!isMark(instruction)) {
        return super.instruction(instruction);
      }
      // Nothing leads to what was copied so far: it is left out.
      builder().at(first);
      List<Value> taken = stacks.pop(live, builder());
      for (int i = 0; i < taken.size(); i++) {
        copy(live.get(i), taken.get(i));
      }
      return Constant.ZERO;
    }
  }

  private List<Value> findLive(int given) {
    Set<Value> own = new HashSet<>(both.parameters().subList(given, both.parameters().size()));
    Set<Value> read = new LinkedHashSet<>();
    Deque<Block> open = new ArrayDeque<>();
    Set<Block> seen = new HashSet<>();
    for (Block block : both.blocks()) {
      int place = 0;
      for (Instruction instruction : block.instructions()) {
        place++;
        if (isMark(instruction)) {
          scan(block, block.instructions().subList(place, block.instructions().size()), own, read);
          block.edges().forEach(edge -> open.add(edge.target()));
        }
      }
    }
    while (!open.isEmpty()) {
      Block block = open.remove();
      if (seen.add(block)) {
        own.addAll(block.parameters());
        scan(block, block.instructions(), own, read);
        block.edges().forEach(edge -> open.add(edge.target()));
      }
    }
    List<Value> all = new ArrayList<>(read);
    all.removeIf(value -> value instanceof Constant || own.contains(value));
    return all;
  }

  private static void scan(
      Block block, List<Instruction> instructions, Set<Value> own, Set<Value> read) {
    own.addAll(instructions);
    instructions.forEach(instruction -> read.addAll(instruction.operands()));
    read.addAll(block.end().operands());
    for (Edge edge : block.edges()) {
      read.addAll(edge.arguments());
    }
  }
}
