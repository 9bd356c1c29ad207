package ad4j.reverse.program;

import ad4j.program.Block;
import ad4j.program.Constant;
import ad4j.program.Count;
import ad4j.program.Counting;
import ad4j.program.Draft;
import ad4j.program.Edge;
import ad4j.program.IntegralOp;
import ad4j.program.Loop;
import ad4j.program.Op;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import ad4j.program.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which variables of the forward half are kept for the backward half, turn by turn of a loop: saved
 * at its latch, restored where the backward half begins the same turn. So the variables are as they
 * were at the end of that turn, whichever way it took.
 */
final class Keeping {
  /** A variable kept in a loop, in an array of its own. */
  private record Kept(Variable variable, Variable store, int slot) {}

  private final Analysis analysis;
  private final ProgramBuilder builder;
  private final Forward forward;
  private final Map<Loop, Map<Variable, Kept>> kept = new LinkedHashMap<>();
  private final Map<Loop, Set<Block>> lastTurns = new HashMap<>();

  /** How many turns of a loop were kept so far, over all its runs. */
  private final Map<Loop, Variable> positions = new HashMap<>();

  private final @Nullable Slots slots;

  /** Keeps in slots of the frame, if there are any. */
  Keeping(Analysis analysis, ProgramBuilder builder, Forward forward, @Nullable Slots slots) {
    this.analysis = analysis;
    this.builder = builder;
    this.forward = forward;
    this.slots = slots;
  }

  /**
   * The variable as it was in the turn that the backward half is in, for use at {@code use}.
   *
   * @param home the innermost loop around what gave it its value
   */
  Value read(Variable variable, @Nullable Loop home, Block use) {
    Loop loop = Analysis.common(home, analysis.flow().loop(use));
    while (loop != null) {
      keep(variable, loop);
      if (loop.parent() == null || !lastTurn(loop).contains(use)) {
        break;
      }
      loop = loop.parent();
    }
    return builder.get(variable);
  }

  private void keep(Variable variable, Loop loop) {
    kept.computeIfAbsent(loop, key -> new LinkedHashMap<>())
        .computeIfAbsent(
            variable,
            key -> new Kept(variable, new Variable(variable.type().array(), ""), nextSlot()));
  }

  private int nextSlot() {
    return slots == null ? -1 : slots.take();
  }

  /** The blocks that may run after the last full turn of a loop. */
  private Set<Block> lastTurn(Loop loop) {
    return lastTurns.computeIfAbsent(loop, this::findLastTurn);
  }

  private Set<Block> findLastTurn(Loop loop) {
    Block latch = analysis.counting().latch(loop);
    Set<Block> begun = new LinkedHashSet<>();
    Deque<Block> open = new ArrayDeque<>();
    open.add(loop.header());
    while (!open.isEmpty()) {
      Block block = open.remove();
      if (block != latch && loop.contains(block) && begun.add(block)) {
        block.edges().forEach(edge -> open.add(edge.target()));
      }
    }
    Set<Block> leaving = new HashSet<>();
    for (Block block : begun) {
      if (block.edges().stream().anyMatch(edge -> leaves(edge, loop))) {
        open.add(block);
      }
    }
    while (!open.isEmpty()) {
      Block block = open.remove();
      if (begun.contains(block) && leaving.add(block)) {
        open.addAll(analysis.sources(block));
      }
    }
    return leaving;
  }

  private boolean leaves(Edge edge, Loop loop) {
    return !loop.contains(edge.target()) && analysis.returns(edge.target());
  }

  private Variable position(Loop loop) {
    return positions.computeIfAbsent(loop, key -> new Variable(Type.I32, ""));
  }

  /** Makes the stores, saves and restores; after both halves are there. */
  void complete(Map<Loop, Draft> restoring, Map<Loop, Value> turnsBack) {
    for (Map.Entry<Loop, Map<Variable, Kept>> entry : kept.entrySet()) {
      Loop loop = entry.getKey();
      for (Kept one : entry.getValue().values()) {
        hold(one);
      }
      reserve(loop, entry.getValue());
      save(loop, entry.getValue());
      Draft draft = restoring.get(loop);
      if (draft != null) {
        builder.into(draft);
        restore(loop, entry.getValue(), Objects.requireNonNull(turnsBack.get(loop)));
      }
    }
  }

  private void hold(Kept one) {
    builder.into(forward.copyOf(analysis.program().entry()));
    builder.set(one.store(), builder.append(new Op.Held(one.slot()), one.store().type()));
  }

  private void reserve(Loop loop, Map<Variable, Kept> all) {
    Counting.Counted counted = analysis.counting().counted(loop);
    if (counted == null) {
      return;
    }
    builder.into(forward.copyOf(analysis.counting().before(loop)));
    Value count = new Count(builder, analysis.bounds()).of(counted, forward::argument);
    Value total =
        loop.parent() == null
            ? count
            : builder.integral(IntegralOp.ADD, builder.get(position(loop)), count);
    for (Kept one : all.values()) {
      grow(one, total);
    }
  }

  private void grow(Kept one, Value length) {
    builder.set(
        one.store(),
        builder.append(
            new Op.Grow(one.slot()), one.store().type(), builder.get(one.store()), length));
  }

  private void save(Loop loop, Map<Variable, Kept> all) {
    builder.into(forward.copyOf(analysis.counting().latch(loop)));
    Value index = loop.parent() == null ? forward.turnsAtLatch(loop) : builder.get(position(loop));
    Value next = builder.integral(IntegralOp.ADD, index, Constant.of(1));
    for (Kept one : all.values()) {
      if (analysis.counting().counted(loop) == null) {
        grow(one, next);
      }
      builder.store(builder.get(one.store()), index, builder.get(one.variable()));
    }
    if (loop.parent() != null) {
      builder.set(position(loop), next);
    }
  }

  private void restore(Loop loop, Map<Variable, Kept> all, Value turn) {
    Value index = turn;
    if (loop.parent() != null) {
      index = builder.integral(IntegralOp.SUB, builder.get(position(loop)), Constant.of(1));
      builder.set(position(loop), index);
    }
    for (Kept one : all.values()) {
      builder.set(one.variable(), builder.load(builder.get(one.store()), index));
    }
  }
}
