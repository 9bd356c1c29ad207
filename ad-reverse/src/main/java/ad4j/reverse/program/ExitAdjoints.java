package ad4j.reverse.program;

import ad4j.program.Block;
import ad4j.program.Constant;
import ad4j.program.Instruction;
import ad4j.program.IntegralOp;
import ad4j.program.Loop;
import ad4j.program.Op;
import ad4j.program.Parameter;
import ad4j.program.ProgramBuilder;
import ad4j.program.Terminator;
import ad4j.program.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The adjoints of sums where their loop ends, as far as they are known before the loop begins: what
 * follows must use them in the same way, whatever the loop computes.
 */
final class ExitAdjoints {
  /** So many ways to the results, and no more. */
  private static final int WAYS = 16;

  /** An operand of an instruction. */
  private record Step(Instruction instruction, int index) {}

  /** A way from a sum to a result, with the operators on it. */
  record Way(int result, List<Step> steps) {}

  private final Analysis analysis;
  private final Uses uses;
  private final Accumulators accumulators;

  /** The loop in question, and what is left of the Program when it has ended. */
  private final Loop loop;

  private final Block before;
  private final Block exit;

  ExitAdjoints(Analysis analysis, Uses uses, Accumulators accumulators, Loop loop, Block exit) {
    this.analysis = analysis;
    this.uses = uses;
    this.accumulators = accumulators;
    this.loop = loop;
    this.before = analysis.counting().before(loop);
    this.exit = exit;
  }

  /** All ways from a sum of the loop to the results; null if its adjoint is not known before. */
  @Nullable List<Way> ways(Parameter sum) {
    List<Way> all = new ArrayList<>();
    return follow(sum, loop, List.of(), all) ? all : null;
  }

  private boolean follow(Value value, @Nullable Loop left, List<Step> steps, List<Way> ways) {
    for (Uses.Use use : uses.of(value)) {
      if ((left == null || Accumulators.leaves(use, left)) && !follow(use, steps, ways)) {
        return false;
      }
    }
    return ways.size() <= WAYS;
  }

  private boolean follow(Uses.Use use, List<Step> steps, List<Way> ways) {
    return switch (use) {
      case Uses.Operand(var block, var instruction, int index) -> {
        if (!(instruction.op() instanceof Op.Apply)
            || !isCertain(block)
            || !isKnownBefore(instruction, index)) {
          yield false;
        }
        List<Step> further = new ArrayList<>(steps);
        further.add(new Step(instruction, index));
        yield follow(instruction, null, further, ways);
      }
      case Uses.Argument(var block, var edge, int index) -> {
        Parameter target = edge.target().parameters().get(index);
        Loop entered = analysis.headed(edge.target());
        if (entered != null) {
          yield isCertain(block)
              && !analysis.counting().leavesElsewhere(entered)
              && accumulators.isSum(target, entered)
              && follow(target, entered, steps, ways);
        }
        boolean always = block.end() instanceof Terminator.Jump || loop.contains(block);
        yield always && isCertain(block) && follow(target, null, steps, ways);
      }
      case Uses.Returned(var _, int index) -> ways.add(new Way(index, steps));
    };
  }

  /** Whether a block runs once, whichever way is taken from the loop to the end. */
  private boolean isCertain(Block block) {
    if (loop.contains(block)) {
      return block == loop.header();
    }
    if (analysis.flow().loop(block) != null) {
      return false;
    }
    Set<Block> seen = new HashSet<>();
    Deque<Block> open = new ArrayDeque<>(List.of(exit));
    while (!open.isEmpty()) {
      Block next = open.remove();
      if (next != block && analysis.returns(next) && seen.add(next)) {
        if (next.end() instanceof Terminator.Return) {
          return false;
        }
        next.edges().forEach(edge -> open.add(edge.target()));
      }
    }
    return true;
  }

  /** Whether a partial reads nothing that is computed after the loop has begun. */
  private boolean isKnownBefore(Instruction instruction, int index) {
    for (int read : analysis.slope(instruction, index).reads()) {
      if (read == instruction.operands().size()
          || !isKnownBefore(instruction.operands().get(read))) {
        return false;
      }
    }
    return true;
  }

  private boolean isKnownBefore(Value value) {
    return isThere(value)
        || (value instanceof Instruction instruction
            && canBeRepeated(instruction)
            && instruction.operands().stream().allMatch(this::isKnownBefore));
  }

  private boolean isThere(Value value) {
    return value instanceof Constant || analysis.flow().dominates(analysis.home(value), before);
  }

  private static boolean canBeRepeated(Instruction instruction) {
    return switch (instruction.op()) {
      case Op.Apply _, Op.Compare _, Op.Convert _, Op.Narrow _, Op.Length _ -> true;
      case Op.Integral(IntegralOp kind) -> !kind.mayFail();
      default -> false;
    };
  }

  /**
   * Builds the adjoint at the end of these ways, before the loop.
   *
   * @param seeds the seeds of results
   * @param copies the values of the Program that are there
   */
  Value build(
      List<Way> ways,
      IntFunction<Value> seeds,
      UnaryOperator<Value> copies,
      ProgramBuilder builder) {
    Value sum = Constant.ZERO;
    for (Way way : ways) {
      Value adjoint = seeds.apply(way.result());
      for (Step step : way.steps().reversed()) {
        Value partial =
            analysis.partial(
                step.instruction(), step.index(), builder, value -> again(value, copies, builder));
        adjoint = builder.chain(adjoint, partial);
      }
      sum = builder.accumulate(sum, adjoint);
    }
    return sum;
  }

  private Value again(Value value, UnaryOperator<Value> copies, ProgramBuilder builder) {
    if (isThere(value) || !(value instanceof Instruction instruction)) {
      return copies.apply(value);
    }
    List<Value> operands = new ArrayList<>();
    instruction.operands().forEach(each -> operands.add(again(each, copies, builder)));
    return builder.again(instruction, operands);
  }
}
