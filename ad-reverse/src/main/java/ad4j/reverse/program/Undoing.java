package ad4j.reverse.program;

import ad4j.program.Block;
import ad4j.program.Instruction;
import ad4j.program.Op;
import ad4j.program.Regions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which arrays get back, in the backward half, what stores replaced in the forward half: then loads
 * are repeated rather than kept. That pays where loads are nested more deeply than the stores, each
 * of which has to keep what it replaces. The caller's arrays and results stay as they are.
 */
final class Undoing {
  private final Analysis analysis;
  private final Set<Regions.Region> undone = new HashSet<>();
  private final Map<Regions.Region, Integer> stores = new HashMap<>();
  private final Map<Regions.Region, Integer> loads = new HashMap<>();

  Undoing(Analysis analysis) {
    this.analysis = analysis;
    for (Block block : analysis.program().blocks()) {
      boolean fused = analysis.fused(block) != null;
      for (Instruction instruction : block.instructions()) {
        if (fused) {
          analysis.stored(instruction).forEach(this::exclude);
        } else {
          count(instruction, analysis.flow().depth(block));
        }
      }
    }
    loads.forEach(
        (region, depth) -> {
          if (depth > stores.getOrDefault(region, Integer.MAX_VALUE)
              && !analysis.isShared(region)) {
            undone.add(region);
          }
        });
  }

  /** Whether stores to these arrays are undone. */
  boolean isUndone(Regions.Region region) {
    return undone.contains(region);
  }

  /** Whether the backward half undoes this store. */
  boolean undoes(Instruction store) {
    return store.operand(0).type().rank() == 1 && isUndone(analysis.regions().of(store.operand(0)));
  }

  private void exclude(Regions.Region region) {
    stores.put(region, Integer.MAX_VALUE);
  }

  private void count(Instruction instruction, int depth) {
    switch (instruction.op()) {
      case Op.Load _ -> {
        Regions.Region region = analysis.regions().of(instruction.operand(0));
        if (!instruction.type().isArray()
            && analysis.isRead(instruction)
            && !analysis.isStoredAround(instruction, region)) {
          loads.merge(region, depth, Math::max);
        }
      }
      case Op.Store _ ->
          stores.merge(analysis.regions().of(instruction.operand(0)), depth, Math::max);
      default -> analysis.stored(instruction).forEach(this::exclude);
    }
  }
}
