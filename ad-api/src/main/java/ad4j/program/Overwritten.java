package ad4j.program;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Stores that nobody can have read before the same block stores to the same place again. What a
 * failure leaves in arrays that are made in the Program cannot be seen; what it leaves in others
 * stays as it is.
 */
final class Overwritten {
  private record Last(Regions.Region region, boolean isOwn, Instruction copy) {}

  private final Regions regions;
  private final List<Last> open = new ArrayList<>();

  Overwritten(Regions regions) {
    this.regions = regions;
  }

  /** Begins a block. */
  void begin() {
    open.clear();
  }

  /** Goes past an instruction that stays. */
  void pass(Instruction instruction) {
    switch (instruction.op()) {
      case Op.Load _ -> {
        Regions.Region region = regions.of(instruction.operand(0));
        open.removeIf(last -> !last.isOwn || last.region == region);
      }
      case Op.Apply _, Op.Compare _, Op.Convert _, Op.Narrow _, Op.Result _ -> {}
      case Op.Integral(IntegralOp kind) -> {
        if (kind.mayFail()) {
          open.removeIf(last -> !last.isOwn);
        }
      }
      case Op.Length _, Op.New _, Op.Store _, Op.Check _, Op.Guard _ ->
          open.removeIf(last -> !last.isOwn);
      default -> open.clear();
    }
  }

  /**
   * Goes past a store, whose copy this is.
   *
   * @param draft where the copies of earlier stores are: those that the store overwrites go
   */
  void store(Instruction original, Instruction copy, Draft draft) {
    for (Iterator<Last> all = open.iterator(); all.hasNext(); ) {
      Last last = all.next();
      if (last.copy.operand(0).equals(copy.operand(0))
          && last.copy.operand(1).equals(copy.operand(1))) {
        draft.instructions.remove(last.copy);
        all.remove();
      }
    }
    pass(original);
    Regions.Region region = regions.of(original.operand(0));
    boolean isOwn = region.origins().stream().allMatch(Overwritten::isMade);
    open.add(new Last(region, isOwn && !region.origins().isEmpty(), copy));
  }

  private static boolean isMade(Value origin) {
    return origin instanceof Instruction made
        && (made.op() instanceof Op.New
            || made.op() instanceof Op.ZeroLike
            || made.op() instanceof Op.Copy);
  }
}
