package ad4j.program;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the zeros out where each turn of a loop finds an array all 0, goes through all of it in a
 * first inner loop that stores to each element, and sets each to 0 again in a last one, as
 * pullbacks do with the adjoints of arrays in which each turn works anew: the first loop need not
 * load, and the last one need not store. Cost: linear in the size of the Program for each new
 * array.
 */
public final class ResetArrays extends Copy {
  private final Found found;

  /** Loads that give 0, and stores of 0 that nobody needs. */
  private record Found(Set<Instruction> loads, Set<Instruction> resets) {}

  /** A loop over all elements: it loads each before it stores to it, or not at all. */
  private record Pass(Loop loop, Set<Instruction> loads, Instruction store) {}

  private ResetArrays(Program program, ProgramBuilder builder, Found found) {
    super(program, builder, parameters(program, builder));
    this.found = found;
  }

  /** The same Program without them; and so the routines that it calls. */
  public static Program of(Program program) {
    return Routines.each(program, ResetArrays::alone);
  }

  private static Program alone(Program program, boolean distinct) {
    Program inForm = LoopForm.of(program);
    Found found = new Search(inForm, distinct).find();
    if (found.resets.isEmpty()) {
      return program;
    }
    ProgramBuilder builder = new ProgramBuilder(program.name(), program.results());
    new ResetArrays(inForm, builder, found).run();
    return builder.build();
  }

  @Override
  protected Value instruction(Instruction instruction) {
    return found.loads.contains(instruction) || found.resets.contains(instruction)
        ? Constant.ZERO
        : super.instruction(instruction);
  }

  private static final class Search {
    private final Program program;
    private final Flow flow;
    private final Counting counting;
    private final Regions regions;
    private final Found found = new Found(new HashSet<>(), new HashSet<>());

    Search(Program program, boolean distinct) {
      this.program = program;
      flow = new Flow(program);
      counting = new Counting(flow);
      regions = new Regions(program, distinct);
    }

    Found find() {
      if (flow.loops().size() > 2) {
        for (Block block : program.blocks()) {
          for (Instruction instruction : block.instructions()) {
            if (instruction.op() instanceof Op.New && instruction.type().equals(Type.F64_ARRAY)) {
              look(instruction, flow.loop(block));
            }
          }
        }
      }
      return found;
    }

    private void look(Instruction made, @Nullable Loop around) {
      Accesses accesses = Accesses.of(made, made, program, regions);
      Loop turning = accesses == null ? null : innermost(accesses.blocks().values());
      if (accesses == null
          || turning == null
          || turning.encloses(around)
          || counting.leavesElsewhere(turning)) {
        return;
      }
      List<Pass> passes = new ArrayList<>();
      for (Loop loop : flow.loops()) {
        Pass pass = loop.parent() == turning ? pass(loop, made, accesses) : null;
        if (pass != null && flow.dominates(loop.header(), counting.latch(turning))) {
          passes.add(pass);
        }
      }
      for (Pass last : passes) {
        for (Pass first : passes) {
          if (first != last
              && last.store.operand(2).equals(Constant.ZERO)
              && isFirst(first, accesses)
              && isLast(last, turning, accesses)) {
            found.loads.addAll(first.loads);
            found.resets.add(last.store);
          }
        }
      }
    }

    /** The innermost loop around all these blocks. */
    private @Nullable Loop innermost(Collection<Block> blocks) {
      Loop common = null;
      for (Block block : blocks) {
        common = common == null ? flow.loop(block) : common;
        while (common != null && !common.contains(block)) {
          common = common.parent();
        }
        if (common == null) {
          return null;
        }
      }
      return common;
    }

    /** A loop over all elements that stores to each once, and loads it at most before that. */
    private @Nullable Pass pass(Loop loop, Instruction made, Accesses accesses) {
      Set<Instruction> loads = new HashSet<>();
      Instruction store = null;
      for (Map.Entry<Instruction, Block> access : accesses.blocks().entrySet()) {
        if (loop.contains(access.getValue())) {
          if (store != null) {
            return null;
          }
          if (access.getKey().op() instanceof Op.Store) {
            store = access.getKey();
          } else {
            loads.add(access.getKey());
          }
        }
      }
      if (store == null) {
        return null;
      }
      Value index = store.operand(1);
      Block home = Objects.requireNonNull(accesses.blocks().get(store));
      boolean same =
          loads.stream()
              .allMatch(load -> load.operand(1) == index && accesses.blocks().get(load) == home);
      return same
              && flow.loop(home) == loop
              && flow.dominates(home, counting.latch(loop))
              && comesToAll(index, loop, made)
          ? new Pass(loop, loads, store)
          : null;
    }

    /** Whether an index in a loop is each index of a new array once. */
    private boolean comesToAll(Value index, Loop loop, Instruction made) {
      Counting.Counted counted = counting.counted(loop);
      if (counted == null || counted.offset() != 0) {
        return false;
      }
      Counting.Counter counter = counted.counter();
      return switch (counted.relation()) {
        case LESS ->
            counter.step() == 1
                && isZero(counter.first())
                && isLength(counted.bound(), made)
                && index == counter.parameter();
        case GREATER ->
            counter.step() == -1
                && isLength(counter.first(), made)
                && isZero(counted.bound())
                && isOneBelow(index, counter.parameter());
        default -> false;
      };
    }

    private static boolean isZero(Value value) {
      return value instanceof Constant constant && constant.isInteger(0);
    }

    private static boolean isOneBelow(Value value, Parameter counter) {
      return value instanceof Instruction instruction
          && instruction.op() instanceof Op.Integral(IntegralOp kind)
          && instruction.operand(0) == counter
          && instruction.operand(1) instanceof Constant one
          && ((kind == IntegralOp.SUB && one.isInteger(1))
              || (kind == IntegralOp.ADD && one.isInteger(-1)));
    }

    /** Whether this is the length of an array, which is not negative once the array is there. */
    private static boolean isLength(Value value, Instruction made) {
      Value length = made.operand(0);
      if (value.equals(length)) {
        return true;
      }
      return value instanceof Instruction instruction
          && switch (instruction.op()) {
            case Op.Length _ -> instruction.operand(0) == made;
            case Op.Integral(IntegralOp kind) ->
                kind == IntegralOp.MAX
                    && instruction.operand(0).equals(length)
                    && isZero(instruction.operand(1));
            default -> false;
          };
    }

    /** Whether each turn begins with this, as far as the array goes. */
    private boolean isFirst(Pass pass, Accesses accesses) {
      return accesses.blocks().values().stream()
          .allMatch(block -> flow.dominates(pass.loop.header(), block));
    }

    /** Whether each turn ends with this, as far as the array goes. */
    private boolean isLast(Pass pass, Loop turning, Accesses accesses) {
      Set<Block> after = new HashSet<>();
      Deque<Block> open =
          new ArrayDeque<>(pass.loop.header().edges().stream().map(Edge::target).toList());
      while (!open.isEmpty()) {
        Block block = open.remove();
        if (turning.contains(block) && block != turning.header() && after.add(block)) {
          block.edges().forEach(edge -> open.add(edge.target()));
        }
      }
      return accesses.blocks().values().stream()
          .allMatch(block -> pass.loop.contains(block) || !after.contains(block));
    }
  }
}
