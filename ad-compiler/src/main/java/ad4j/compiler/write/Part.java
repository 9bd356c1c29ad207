package ad4j.compiler.write;

import ad4j.program.Block;
import ad4j.program.Instruction;
import ad4j.program.Parameter;
import ad4j.program.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of a Program that could be a routine.
 *
 * @param gain how many bytes shorter the Program would be
 * @param depth how many loops are around the call
 * @param inputs what it reads that is computed before
 * @param outputs what it computes that is read after
 */
record Part(Shape shape, int gain, int depth, List<Value> inputs, List<Value> outputs) {
  /** By how much a gain counts less for each loop around the call. */
  private static final double PER_LOOP = 8;

  /** What it is made of. */
  sealed interface Shape {}

  /** Some instructions of a block, one after the other. */
  record Run(Block block, List<Instruction> instructions) implements Shape {}

  /**
   * Blocks that are entered by the first only, and left for a few others. What they hand over to
   * the parameters of these is returned, before the outputs; where there are several, the number of
   * the exit that was taken comes first.
   */
  record Blocks(Set<Block> blocks, Block first, List<Block> exits) implements Shape {
    List<Parameter> handed() {
      return exits.stream().flatMap(exit -> exit.parameters().stream()).toList();
    }

    /** Whether the number of the exit is a result, too. */
    boolean isNumbered() {
      return exits.size() > 1;
    }
  }

  /** How good it is to make it a routine: the gain counts less where it is called often. */
  double merit() {
    return gain / Math.pow(PER_LOOP, depth);
  }

  static @Nullable Part better(@Nullable Part one, @Nullable Part other) {
    return other == null || (one != null && one.merit() >= other.merit()) ? one : other;
  }

  /** How many bytes a call is. */
  static int call(int inputs, int outputs) {
    return 6 + 2 * inputs + (outputs > 1 ? 13 * outputs : 2 * outputs);
  }

  /** How many bytes a routine is besides what it does. */
  static int frame(int outputs) {
    return outputs > 1 ? 12 + 12 * outputs : 3;
  }
}
