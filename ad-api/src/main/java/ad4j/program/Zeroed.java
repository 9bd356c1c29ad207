package ad4j.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An array that a Program is given and fills with zeros before anything else, as it does with a
 * gradient.
 *
 * @param array a parameter, of which nothing is known by another name
 * @param fill what fills it, in the first block
 * @param users the other blocks that load from it or store to it
 */
record Zeroed(Parameter array, Instruction fill, Set<Block> users) {
  /** Those of a Program. */
  static List<Zeroed> find(Program program, Regions regions) {
    List<Zeroed> all = new ArrayList<>();
    for (Instruction instruction : program.entry().instructions()) {
      if (instruction.op() instanceof Op.Fill
          && instruction.operand(0) instanceof Parameter array
          && isWhole(instruction, array)) {
        Accesses accesses = Accesses.of(array, instruction, program, regions);
        if (accesses != null) {
          all.add(new Zeroed(array, instruction, Set.copyOf(accesses.blocks().values())));
        }
      }
    }
    return all;
  }

  private static boolean isWhole(Instruction fill, Parameter array) {
    return fill.operand(1) instanceof Constant zero
        && zero.isInteger(0)
        && fill.operand(2) instanceof Instruction length
        && length.op() instanceof Op.Length
        && length.operand(0) == array
        && fill.operand(3).equals(Constant.ZERO);
  }

  /**
   * Whether nothing but a loop of this one block comes before all else that is done with the array,
   * and whoever returns has come by the loop.
   */
  boolean isFirstUsedBy(Loop loop, Block body, Flow flow) {
    return loop.parent() == null
        && users.contains(body)
        && flow.program().blocks().stream()
            .filter(
                block ->
                    (users.contains(block) && block != body)
                        || block.end() instanceof Terminator.Return)
            .allMatch(block -> !loop.contains(block) && flow.dominates(loop.header(), block));
  }
}
