package ad4j.program;

import ad4j.op.Arithmetic;
import ad4j.op.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An innermost loop that counts, has no branches in it, is left at its header only, stores nothing,
 * and sums.
 *
 * @param before the block from which it is entered
 * @param body what a turn does, in order, the header's instructions first
 * @param next what each parameter of the header is given for the next turn
 * @param sums accumulators by their parameters
 */
record Reduction(
    Counting.Counted counted,
    Block before,
    List<Instruction> body,
    List<Value> next,
    Map<Parameter, Accumulator> sums) {
  /** With more operators in a turn there is enough else to do while it waits for a sum. */
  private static final int MOST = 10;

  /** A multiple of a longer step might overflow. */
  private static final int LARGEST_STEP = 1 << 20;

  /** The loop. */
  Loop loop() {
    return counted.counter().loop();
  }

  /** The loops that sum, by their headers. */
  static Map<Block, Reduction> all(Program program) {
    Flow flow = new Flow(program);
    Counting counting = new Counting(flow);
    Map<Value, Integer> uses = uses(program);
    Map<Block, Reduction> all = new HashMap<>();
    for (Loop loop : flow.loops()) {
      Counting.Counted counted = counting.tested(loop);
      List<Instruction> body = body(loop, flow);
      if (counted != null
          && body != null
          && body.stream().filter(each -> each.op() instanceof Op.Apply).count() <= MOST
          && Math.abs(counted.counter().step()) <= LARGEST_STEP) {
        List<Value> next = counting.latch(loop).edges().getFirst().arguments();
        Map<Parameter, Accumulator> sums = sums(loop, body, next, uses);
        if (!sums.isEmpty()) {
          all.put(loop.header(), new Reduction(counted, counting.before(loop), body, next, sums));
        }
      }
    }
    return all;
  }

  private static Map<Value, Integer> uses(Program program) {
    Map<Value, Integer> uses = new HashMap<>();
    for (Block block : program.blocks()) {
      for (Instruction instruction : block.instructions()) {
        instruction.operands().forEach(value -> uses.merge(value, 1, Integer::sum));
      }
      block.end().operands().forEach(value -> uses.merge(value, 1, Integer::sum));
      for (Edge edge : block.edges()) {
        edge.arguments().forEach(value -> uses.merge(value, 1, Integer::sum));
      }
    }
    return uses;
  }

  /** What one turn does, in order; null if that is not always the same. */
  private static @Nullable List<Instruction> body(Loop loop, Flow flow) {
    List<Instruction> body = new ArrayList<>(loop.header().instructions());
    int left = loop.blocks().size() - 1;
    Block block = loop.header();
    while (left > 0) {
      List<Block> onward = block.edges().stream().map(Edge::target).filter(loop::contains).toList();
      if (onward.size() != 1 || (block != loop.header() && block.edges().size() != 1)) {
        return null;
      }
      block = onward.getFirst();
      if (flow.loop(block) != loop || !block.parameters().isEmpty()) {
        return null;
      }
      body.addAll(block.instructions());
      left--;
    }
    return body.stream().allMatch(each -> isQuick(each.op())) ? body : null;
  }

  /**
   * Whether it takes no longer than a sum has to wait for the one before. What takes longer the JVM
   * does for several turns at once, if they are left to it.
   */
  private static boolean isQuick(Op op) {
    return switch (op) {
      case Op.Apply(Operator operator) ->
          operator == Arithmetic.ADD
              || operator == Arithmetic.SUB
              || operator == Arithmetic.MUL
              || operator == Arithmetic.NEG
              || operator == Arithmetic.SQUARE
              || operator == Arithmetic.ACCUMULATE;
      case Op.Integral(IntegralOp kind) -> !kind.mayFail();
      case Op.Compare _, Op.Convert _, Op.Narrow _, Op.Length _, Op.Load _ -> true;
      default -> false;
    };
  }

  /** The accumulators; none if something else than them is computed in doubles turn by turn. */
  private static Map<Parameter, Accumulator> sums(
      Loop loop, List<Instruction> body, List<Value> next, Map<Value, Integer> uses) {
    Map<Parameter, Accumulator> sums = new HashMap<>();
    for (int i = 0; i < next.size(); i++) {
      Parameter parameter = loop.header().parameters().get(i);
      if (parameter.type().equals(Type.F64)) {
        Accumulator sum = Accumulator.of(parameter, next.get(i), body, uses);
        if (sum == null || next.contains(parameter)) {
          return Map.of();
        }
        sums.put(parameter, sum);
      }
    }
    return sums;
  }
}
