package ad4j.program;

import ad4j.op.Comparison;
import org.jspecify.annotations.Nullable;

/**
 * A loop that turns while {@code counter + offset} stands in {@code relation} to {@code bound},
 * which does not change in it: less or at most where it counts up, greater or at least where it
 * counts down. It may also be left elsewhere than at its header.
 *
 * @param before the block from which it is entered
 * @param latch the block from which it is repeated
 * @param counter an int that counts
 * @param step what it grows by at every turn
 * @param offset what is added to it for the test
 * @param relation in which the loop goes on
 * @param bound what the counter is compared with
 */
record CountedLoop(
    Loop loop,
    Block before,
    Block latch,
    Parameter counter,
    long step,
    int offset,
    Comparison relation,
    Value bound) {
  /** How a loop counts, or null if it does not. For Programs in {@linkplain LoopForm loop form}. */
  static @Nullable CountedLoop of(Loop loop, Flow flow) {
    if (!(loop.header().end() instanceof Terminator.Branch(Value condition, Edge then, Edge other))
        || !(condition instanceof Instruction test)
        || !(test.op() instanceof Op.Compare(Comparison relation))
        || loop.contains(then.target()) == loop.contains(other.target())) {
      return null;
    }
    Comparison stays = loop.contains(then.target()) ? relation : relation.opposite();
    CountedLoop found = of(loop, flow, test.operand(0), stays, test.operand(1));
    return found != null
        ? found
        : of(loop, flow, test.operand(1), stays.mirrored(), test.operand(0));
  }

  private static @Nullable CountedLoop of(
      Loop loop, Flow flow, Value tested, Comparison stays, Value bound) {
    Parameter counter = counter(loop, tested);
    Block latch = source(loop, flow, true);
    int offset = tested == counter ? 0 : added(tested);
    int step = counter == null ? 0 : step(loop, latch, counter);
    boolean upwards = stays == Comparison.LESS || stays == Comparison.AT_MOST;
    boolean downwards = stays == Comparison.GREATER || stays == Comparison.AT_LEAST;
    return counter == null
            || !isInvariant(bound, loop)
            || !((upwards && step > 0) || (downwards && step < 0))
        ? null
        : new CountedLoop(
            loop, source(loop, flow, false), latch, counter, step, offset, stays, bound);
  }

  /** The int of the loop's header that is tested, or to which a constant is added for that. */
  private static @Nullable Parameter counter(Loop loop, Value tested) {
    Value counter = tested instanceof Instruction sum && added(sum) != 0 ? sum.operand(0) : tested;
    return counter instanceof Parameter parameter
            && parameter.type().equals(Type.I32)
            && loop.header().parameters().contains(parameter)
        ? parameter
        : null;
  }

  private static int step(Loop loop, Block latch, Parameter counter) {
    int index = loop.header().parameters().indexOf(counter);
    Value next = latch.edges().getFirst().arguments().get(index);
    return next instanceof Instruction sum && sum.operand(0) == counter ? added(sum) : 0;
  }

  /** The int constant that an instruction adds to its first operand; 0 if it does otherwise. */
  private static int added(Value value) {
    return value instanceof Instruction sum
            && sum.op() instanceof Op.Integral(IntegralOp kind)
            && sum.operand(1) instanceof Constant constant
            && constant.number() instanceof Integer number
        ? kind == IntegralOp.ADD ? number : kind == IntegralOp.SUB ? -number : 0
        : 0;
  }

  private static boolean isInvariant(Value value, Loop loop) {
    return loop.blocks().stream()
        .noneMatch(
            block -> block.parameters().contains(value) || block.instructions().contains(value));
  }

  private static Block source(Loop loop, Flow flow, boolean inside) {
    return flow.sources(loop.header()).stream()
        .filter(block -> loop.contains(block) == inside)
        .findFirst()
        .orElseThrow();
  }
}
