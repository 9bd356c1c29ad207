package ad4j.reverse.program;

import ad4j.op.Comparison;
import ad4j.program.Block;
import ad4j.program.Constant;
import ad4j.program.Counting;
import ad4j.program.Instruction;
import ad4j.program.Loop;
import ad4j.program.Op;
import ad4j.program.Regions;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The arrays in which each turn of a loop works anew: whatever is read of them has been stored in
 * the same turn, by a loop over all elements, and nothing is read after the loop.
 */
final class Scratch {
  private final Analysis analysis;
  private final Loop loop;

  Scratch(Analysis analysis, Loop loop) {
    this.analysis = analysis;
    this.loop = loop;
  }

  /** Whether an array that was made before the loop is one of these. */
  boolean is(Value array) {
    Regions.Region region = analysis.regions().of(array);
    if (!array.type().equals(Type.F64_ARRAY)
        || analysis.isShared(region)
        || !region.origins().equals(Set.of(array))
        || !(array instanceof Instruction made)
        || !(made.op() instanceof Op.New)) {
      return false;
    }
    List<Instruction> inside = new ArrayList<>();
    for (Block block : analysis.program().blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction != made && touches(instruction, region)) {
          if (loop.contains(block)) {
            inside.add(instruction);
          } else if (!(instruction.op() instanceof Op.Length)) {
            return false;
          }
        }
      }
    }
    List<Instruction> covering = inside.stream().filter(use -> covers(use, made)).toList();
    return inside.stream()
        .allMatch(use -> !reads(use) || covering.stream().anyMatch(store -> isAfter(use, store)));
  }

  private boolean touches(Instruction instruction, Regions.Region region) {
    return isOf(instruction, region)
        || instruction.operands().stream().anyMatch(operand -> isOf(operand, region));
  }

  private boolean isOf(Value value, Regions.Region region) {
    return value.type().isArray()
        && !(value instanceof Constant)
        && analysis.regions().of(value) == region;
  }

  private static boolean reads(Instruction use) {
    return !(use.op() instanceof Op.Store
        || use.op() instanceof Op.Fill
        || use.op() instanceof Op.Length
        || use.op() instanceof Op.Check);
  }

  /** Whether it stores to the element that an inner loop over all elements has come to. */
  private boolean covers(Instruction store, Instruction made) {
    Loop inner = analysis.loop(store);
    if (!(store.op() instanceof Op.Store) || inner == null || inner == loop) {
      return false;
    }
    Counting.Counted counted = analysis.counting().counted(inner);
    return counted != null
        && counted.counter().parameter() == store.operand(1)
        && counted.counter().step() == 1
        && counted.counter().first() instanceof Constant first
        && first.isInteger(0)
        && counted.offset() == 0
        && counted.relation() == Comparison.LESS
        && isLength(counted.bound(), made)
        && dominates(store, analysis.counting().latch(inner));
  }

  private static boolean isLength(Value bound, Instruction made) {
    return bound == made.operand(0)
        || (bound instanceof Instruction length
            && length.op() instanceof Op.Length
            && length.operand(0) == made);
  }

  private boolean dominates(Instruction instruction, Block block) {
    return analysis.flow().dominates(analysis.home(instruction), block);
  }

  /** Whether what {@code use} reads has been stored to by {@code store}, or its loop. */
  private boolean isAfter(Instruction use, Instruction store) {
    Loop inner = analysis.loop(store);
    Block home = analysis.home(use);
    if (inner == null) {
      return false;
    }
    if (!inner.contains(home)) {
      return analysis.flow().dominates(inner.header(), home);
    }
    Block stored = analysis.home(store);
    boolean later =
        stored == home
            ? home.instructions().indexOf(store) < home.instructions().indexOf(use)
            : dominates(store, home);
    return later && use.op() instanceof Op.Load && use.operand(1) == store.operand(1);
  }
}
