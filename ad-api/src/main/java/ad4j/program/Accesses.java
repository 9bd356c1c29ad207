package ad4j.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The loads from an array and the stores to it, where nothing else is done with its elements and no
 * other name is given to it.
 *
 * @param array a parameter or a new array
 * @param blocks where each load and store stands, in the order of the Program
 */
record Accesses(Value array, Map<Instruction, Block> blocks) {
  /** Those of an array, not counting its {@code maker}; or null if there is more. */
  static @Nullable Accesses of(Value array, Instruction maker, Program program, Regions regions) {
    Regions.Region region = regions.of(array);
    Map<Instruction, Block> all = new LinkedHashMap<>();
    for (Block block : program.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction == maker || isAsked(instruction)) {
          continue;
        }
        List<Value> operands = instruction.operands();
        for (int i = 0; i < operands.size(); i++) {
          if (isOf(operands.get(i), region, regions)) {
            if (operands.get(i) != array || i > 0 || !isAccess(instruction)) {
              return null;
            }
            all.put(instruction, block);
          }
        }
      }
      List<Value> handedOn = new ArrayList<>(block.end().operands());
      block.edges().forEach(edge -> handedOn.addAll(edge.arguments()));
      if (handedOn.stream().anyMatch(value -> isOf(value, region, regions))) {
        return null;
      }
    }
    return new Accesses(array, all);
  }

  private static boolean isOf(Value value, Regions.Region region, Regions regions) {
    return value.type().isArray() && !(value instanceof Constant) && regions.of(value) == region;
  }

  /** Whether it does not look at elements. */
  private static boolean isAsked(Instruction instruction) {
    return instruction.op() instanceof Op.Length || instruction.op() instanceof Op.Check;
  }

  private static boolean isAccess(Instruction instruction) {
    return instruction.op() instanceof Op.Load || instruction.op() instanceof Op.Store;
  }
}
