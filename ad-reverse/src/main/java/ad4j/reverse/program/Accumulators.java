package ad4j.reverse.program;

import ad4j.program.Block;
import ad4j.program.Edge;
import ad4j.program.Instruction;
import ad4j.program.Loop;
import ad4j.program.Op;
import ad4j.program.Parameter;
import ad4j.program.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sums of loops: doubles that a loop only adds to, so that their adjoint is the same at every
 * turn.
 */
final class Accumulators {
  private final Analysis analysis;
  private final Uses uses;

  Accumulators(Analysis analysis, Uses uses) {
    this.analysis = analysis;
    this.uses = uses;
  }

  /** Whether all that a loop does with this active parameter of its header is to add to it. */
  boolean isSum(Parameter parameter, Loop loop) {
    Set<Value> sums = new LinkedHashSet<>();
    Deque<Value> open = new ArrayDeque<>();
    sums.add(parameter);
    open.add(parameter);
    while (!open.isEmpty()) {
      for (Uses.Use use : uses.of(open.remove())) {
        if (!leaves(use, loop)) {
          Value next = next(use, loop, parameter);
          if (next == null) {
            return false;
          }
          if (sums.add(next)) {
            open.add(next);
          }
        }
      }
    }
    return sums.stream().allMatch(value -> isSum(value, sums, loop));
  }

  /** Whether a use is outside a loop, or hands its value to the outside. */
  static boolean leaves(Uses.Use use, Loop loop) {
    return !loop.contains(use.block())
        || (use instanceof Uses.Argument(var _, var edge, int _) && !loop.contains(edge.target()));
  }

  /** What holds the sum next, or null if it is put to another use. */
  private @Nullable Value next(Uses.Use use, Loop loop, Parameter sum) {
    return switch (use) {
      case Uses.Operand(var _, var instruction, int index) ->
          instruction.op() instanceof Op.Apply && analysis.slope(instruction, index).isOne()
              ? instruction
              : null;
      case Uses.Argument(var _, var edge, int index) -> {
        Parameter target = edge.target().parameters().get(index);
        yield edge.target() == loop.header() && target != sum ? null : target;
      }
      case Uses.Returned _ -> null;
    };
  }

  /** Whether a value holds the sum whichever way the loop took, and holds it once. */
  private boolean isSum(Value value, Set<Value> sums, Loop loop) {
    return switch (value) {
      case Instruction instruction ->
          instruction.operands().stream().filter(sums::contains).count() == 1;
      case Parameter joined -> {
        Block block = analysis.home(joined);
        int index = block.parameters().indexOf(joined);
        for (Block source : analysis.sources(block)) {
          for (Edge edge : source.edges()) {
            if (edge.target() == block
                && loop.contains(source)
                && !sums.contains(edge.arguments().get(index))) {
              yield false;
            }
          }
        }
        yield true;
      }
      default -> false;
    };
  }
}
