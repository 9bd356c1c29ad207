package ad4j.program;

import ad4j.op.Comparison;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The loops of a Program that count, and what counts in them. For Programs in loop form. */
public final class Counting {
  /**
   * A parameter of a loop's header that begins at {@code first} and grows by {@code step} a turn.
   */
  public record Counter(Loop loop, Parameter parameter, Value first, long step) {}

  /**
   * A loop that turns while {@code counter + offset} stands in {@code relation} to {@code bound},
   * which does not change in it.
   */
  public record Counted(Counter counter, int offset, Comparison relation, Value bound) {}

  private final Flow flow;
  private final Set<Block> returning = new HashSet<>();
  private final Map<Parameter, Counter> counters = new HashMap<>();
  private final Map<Loop, Counted> tested = new HashMap<>();
  private final Map<Loop, Counted> counted = new HashMap<>();

  /** Looks at all loops. */
  public Counting(Flow flow) {
    this.flow = flow;
    findReturning();
    for (Loop loop : flow.loops()) {
      for (int i = 0; i < loop.header().parameters().size(); i++) {
        findCounter(loop, i);
      }
    }
    for (Loop loop : flow.loops()) {
      Counted found = count(loop);
      if (found != null) {
        tested.put(loop, found);
        if (!leavesElsewhere(loop)) {
          counted.put(loop, found);
        }
      }
    }
  }

  private void findReturning() {
    Deque<Block> open = new ArrayDeque<>();
    for (Block block : flow.program().blocks()) {
      if (block.end() instanceof Terminator.Return) {
        open.add(block);
      }
    }
    while (!open.isEmpty()) {
      Block block = open.remove();
      if (returning.add(block)) {
        open.addAll(flow.sources(block));
      }
    }
  }

  /** Whether the Program may return after this block. */
  public boolean returns(Block block) {
    return returning.contains(block);
  }

  /** How a parameter counts, or null. */
  public @Nullable Counter counter(Value value) {
    return value instanceof Parameter ? counters.get(value) : null;
  }

  /** How a loop counts that ends in no other way that returns, or null. */
  public @Nullable Counted counted(Loop loop) {
    return counted.get(loop);
  }

  /** How a loop counts which may end in other ways, too, or null. */
  @Nullable Counted tested(Loop loop) {
    return tested.get(loop);
  }

  /** The block from which a loop is entered. */
  public Block before(Loop loop) {
    return source(loop, false);
  }

  /** The block from which a loop is repeated. */
  public Block latch(Loop loop) {
    return source(loop, true);
  }

  private Block source(Loop loop, boolean inside) {
    return flow.sources(loop.header()).stream()
        .filter(block -> loop.contains(block) == inside)
        .findFirst()
        .orElseThrow();
  }

  private void findCounter(Loop loop, int index) {
    Parameter parameter = loop.header().parameters().get(index);
    Value next = latch(loop).edges().getFirst().arguments().get(index);
    if (parameter.type().isReal()
        || !(next instanceof Instruction sum)
        || !(sum.op() instanceof Op.Integral integral)) {
      return;
    }
    boolean added = integral.kind() == IntegralOp.ADD;
    if ((added || integral.kind() == IntegralOp.SUB)
        && sum.operand(0) == parameter
        && sum.operand(1) instanceof Constant step
        && step.number() != null) {
      Value first = before(loop).edges().getFirst().arguments().get(index);
      long size = step.number().longValue();
      counters.put(parameter, new Counter(loop, parameter, first, added ? size : -size));
    } else if (added && sum.operand(1) == parameter && sum.operand(0) instanceof Constant step) {
      Value first = before(loop).edges().getFirst().arguments().get(index);
      counters.put(
          parameter,
          new Counter(loop, parameter, first, Objects.requireNonNull(step.number()).longValue()));
    }
  }

  private @Nullable Counted count(Loop loop) {
    if (!(loop.header().end() instanceof Terminator.Branch branch)
        || !(branch.condition() instanceof Instruction test)
        || !(test.op() instanceof Op.Compare compare)) {
      return null;
    }
    boolean thenStays = loop.contains(branch.then().target());
    if (thenStays == loop.contains(branch.otherwise().target())) {
      return null;
    }
    Comparison stays = thenStays ? compare.relation() : compare.relation().opposite();
    Counted found = count(loop, test.operand(0), stays, test.operand(1));
    return found != null ? found : count(loop, test.operand(1), stays.mirrored(), test.operand(0));
  }

  private @Nullable Counted count(Loop loop, Value left, Comparison stays, Value bound) {
    int offset = 0;
    Value counting = left;
    if (left instanceof Instruction sum
        && sum.op() instanceof Op.Integral integral
        && sum.operand(1) instanceof Constant constant
        && constant.number() instanceof Integer number
        && number != Integer.MIN_VALUE) {
      if (integral.kind() != IntegralOp.ADD && integral.kind() != IntegralOp.SUB) {
        return null;
      }
      offset = integral.kind() == IntegralOp.ADD ? number : -number;
      counting = sum.operand(0);
    }
    Counter counter = counter(counting);
    boolean upwards = stays == Comparison.LESS || stays == Comparison.AT_MOST;
    boolean downwards = stays == Comparison.GREATER || stays == Comparison.AT_LEAST;
    if (counter == null
        || counter.loop() != loop
        || !counter.parameter().type().equals(Type.I32)
        || !isInvariant(bound, loop)
        || !((upwards && counter.step() > 0) || (downwards && counter.step() < 0))) {
      return null;
    }
    return new Counted(counter, offset, stays, bound);
  }

  /** Whether a value does not change while the loop turns. */
  public boolean isInvariant(Value value, Loop loop) {
    return switch (value) {
      case Constant _ -> true;
      case Parameter parameter -> !loop.contains(home(parameter));
      case Instruction instruction -> !loop.contains(home(instruction));
    };
  }

  private final Map<Value, Block> homes = new HashMap<>();

  /** The block that defines a value. */
  public Block home(Value value) {
    if (homes.isEmpty()) {
      for (Block block : flow.program().blocks()) {
        block.parameters().forEach(parameter -> homes.put(parameter, block));
        block.instructions().forEach(instruction -> homes.put(instruction, block));
      }
    }
    return Objects.requireNonNull(homes.get(value));
  }

  /** Whether a loop may end elsewhere than at its header, and the Program return then. */
  public boolean leavesElsewhere(Loop loop) {
    for (Block block : loop.blocks()) {
      if (block != loop.header()) {
        for (Edge edge : block.edges()) {
          if (!loop.contains(edge.target()) && returning.contains(edge.target())) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
