package ad4j.program;

import ad4j.op.Comparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks that are done before a loop, once for all its turns: a {@link Op.Guard} there fails if one
 * of them would. Indices that grow with the counter are looked at in the first and the last turn.
 */
final class LiftedChecks extends Copy {
  /** The largest change of an index a turn, so that longs hold all. */
  private static final long LARGEST = 1 << 20;

  private final Flow flow;
  private final Counting counting;
  private final Bounds bounds;
  private final Map<Block, List<Lift>> lifts = new HashMap<>();
  private final Set<Instruction> lifted = new HashSet<>();

  /** A check in the innermost of these loops, the outermost of which it goes before. */
  private record Lift(Instruction check, Sum index, boolean inHeader, List<Loop> loops) {}

  /** A sum of ints. */
  private record Sum(Map<Value, Long> terms, long constant) {
    Sum plus(Sum other, long times) {
      Map<Value, Long> all = new HashMap<>(terms);
      other.terms.forEach((value, factor) -> all.merge(value, times * factor, Long::sum));
      return new Sum(all, constant + times * other.constant);
    }

    long factor(Value value) {
      return terms.getOrDefault(value, 0L);
    }
  }

  private LiftedChecks(Program program, ProgramBuilder builder) {
    super(program, builder, parameters(program, builder));
    flow = new Flow(program);
    counting = new Counting(flow);
    bounds = new Bounds(flow, counting, new Regions(program, false));
  }

  /**
   * The Program, which is in loop form, without checks in loops that would be dead but for them.
   *
   * @return null if there are none, or they have to be done in each turn
   */
  static @Nullable Program of(Program program) {
    ProgramBuilder builder = new ProgramBuilder(program.name(), program.results());
    LiftedChecks lifting = new LiftedChecks(program, builder);
    lifting.find();
    if (lifting.lifted.isEmpty()) {
      return null;
    }
    lifting.run();
    return builder.build();
  }

  private void find() {
    for (Loop loop : flow.loops()) {
      if (counting.counted(loop) != null && DeadLoops.isDeadButForChecks(loop, flow)) {
        List<Lift> all = new ArrayList<>();
        if (find(loop, all)) {
          for (Lift lift : all) {
            lifted.add(lift.check());
            Block before = counting.before(lift.loops().getLast());
            lifts.computeIfAbsent(before, key -> new ArrayList<>()).add(lift);
          }
        }
      }
    }
  }

  private boolean find(Loop loop, List<Lift> all) {
    for (Block block : loop.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (isCheck(instruction)) {
          Lift lift = lift(instruction, block, loop);
          if (lift == null) {
            return false;
          }
          all.add(lift);
        }
      }
    }
    return true;
  }

  static boolean isCheck(Instruction instruction) {
    return instruction.op() instanceof Op.Check || instruction.op() instanceof Op.Guard;
  }

  private @Nullable Lift lift(Instruction check, Block block, Loop loop) {
    boolean inHeader = block == loop.header();
    Sum index = index(check, loop);
    if (index == null || !flow.dominates(block, counting.latch(loop))) {
      return null;
    }
    Counting.Counter counter = counter(loop);
    long growth = index.factor(counter.parameter());
    if (growth != 0 && (inHeader || Math.abs(growth * counter.step()) > LARGEST)) {
      return null;
    }
    List<Loop> loops = new ArrayList<>();
    for (Loop next = loop; next != null && mayCross(next, loops, check, index); ) {
      loops.add(next);
      next = next.parent();
    }
    return loops.isEmpty() ? null : new Lift(check, index, inHeader, loops);
  }

  private Counting.Counter counter(Loop loop) {
    Counting.Counted counted = counting.counted(loop);
    if (counted == null) {
      throw new IllegalStateException("a loop that does not count");
    }
    return counted.counter();
  }

  /** Whether what is done before the loops so far may as well be done before this one. */
  private boolean mayCross(Loop next, List<Loop> loops, Instruction check, Sum index) {
    if (counting.counted(next) == null || !bounds.isSteady(next)) {
      return false;
    }
    List<Value> read = new ArrayList<>(index.terms().keySet());
    if (loops.isEmpty()) {
      read.remove(counter(next).parameter());
    } else {
      read.remove(counter(loops.getFirst()).parameter());
      if (!flow.dominates(counting.before(loops.getLast()), counting.latch(next))) {
        return false;
      }
    }
    if (!(check.op() instanceof Op.Check(Op.Load _, Type _))) {
      read.addAll(check.operands());
    } else {
      read.add(check.operand(0));
    }
    for (Loop inner : loops) {
      Counting.Counted counted = counting.counted(inner);
      if (counted != null) {
        read.add(counted.bound());
        read.add(counted.counter().first());
      }
    }
    return read.stream().allMatch(value -> counting.isInvariant(value, next));
  }

  /** The index that a check is of, nothing if it is of none; null if it is no such sum. */
  private @Nullable Sum index(Instruction check, Loop loop) {
    Sum nothing = new Sum(Map.of(), 0);
    return check.op() instanceof Op.Check(Op.Load _, Type _)
        ? sum(check.operand(1), loop, 8)
        : nothing;
  }

  private @Nullable Sum sum(Value value, Loop loop, int depth) {
    if (value instanceof Constant constant && constant.number() instanceof Integer number) {
      return new Sum(Map.of(), number);
    }
    if (value == counter(loop).parameter() || counting.isInvariant(value, loop)) {
      return new Sum(Map.of(value, 1L), 0);
    }
    if (depth == 0
        || !(value instanceof Instruction instruction)
        || !(instruction.op() instanceof Op.Integral(IntegralOp kind))) {
      return null;
    }
    Sum x = sum(instruction.operand(0), loop, depth - 1);
    Sum y = sum(instruction.operand(1), loop, depth - 1);
    if (x == null || y == null) {
      return null;
    }
    return switch (kind) {
      case ADD -> x.plus(y, 1);
      case SUB -> x.plus(y, -1);
      case MUL -> y.terms().isEmpty() ? times(x, y.constant()) : times(y, x);
      default -> null;
    };
  }

  private static @Nullable Sum times(Sum sum, Sum factor) {
    return factor.terms().isEmpty() ? times(sum, factor.constant()) : null;
  }

  private static @Nullable Sum times(Sum sum, long factor) {
    Sum nothing = new Sum(Map.of(), 0);
    return Math.abs(factor) > LARGEST
            || sum.terms().values().stream().anyMatch(f -> Math.abs(f * factor) > LARGEST)
        ? null
        : nothing.plus(sum, factor);
  }

  @Override
  protected Value instruction(Instruction instruction) {
    return lifted.contains(instruction) ? Constant.ZERO : super.instruction(instruction);
  }

  @Override
  protected void end(Block block) {
    for (Lift lift : lifts.getOrDefault(block, List.of())) {
      guard(lift);
    }
    super.end(block);
  }

  private void guard(Lift lift) {
    builder().origin(lift.check().origin());
    Value fine = holds(lift);
    for (Loop loop : lift.loops()) {
      if (!(lift.inHeader() && loop == lift.loops().getFirst())) {
        Value none = builder().compare(Comparison.AT_MOST, turns(loop), Constant.of(0L));
        fine = builder().integral(IntegralOp.OR, none, fine);
      }
    }
    builder().append(new Op.Guard(), Type.VOID, fine);
  }

  private Value turns(Loop loop) {
    Counting.Counted counted = counting.counted(loop);
    if (counted == null) {
      throw new IllegalStateException("a loop that does not count");
    }
    return new Count(builder(), bounds).wide(counted, this::copy);
  }

  private Value holds(Lift lift) {
    List<Value> operands = copies(lift.check().operands());
    if (!(lift.check().op() instanceof Op.Check(Op op, Type _))) {
      return builder().compare(Comparison.NOT_EQUAL, operands.getFirst(), Constant.of(0));
    }
    return switch (op) {
      case Op.Load _ -> isWithin(lift, operands.getFirst());
      case Op.Integral _ -> {
        Value divisor = operands.get(1);
        boolean wide = divisor.type().equals(Type.I64);
        Constant zero = wide ? Constant.of(0L) : Constant.of(0);
        yield builder().compare(Comparison.NOT_EQUAL, divisor, zero);
      }
      case Op.New _ -> {
        Value all = Constant.of(1);
        for (Value length : operands) {
          Value natural = builder().compare(Comparison.AT_LEAST, length, Constant.of(0));
          all = builder().integral(IntegralOp.AND, all, natural);
        }
        yield all;
      }
      default ->
          builder()
              .compare(Comparison.AT_LEAST, builder().length(operands.getFirst()), Constant.of(0));
    };
  }

  private Value isWithin(Lift lift, Value array) {
    Loop loop = lift.loops().getFirst();
    Counting.Counter counter = counter(loop);
    Value first = Constant.of(lift.index().constant());
    for (Map.Entry<Value, Long> term : lift.index().terms().entrySet()) {
      Value own = term.getKey() == counter.parameter() ? counter.first() : term.getKey();
      first = builder().integral(IntegralOp.ADD, first, times(wide(copy(own)), term.getValue()));
    }
    long growth = lift.index().factor(counter.parameter()) * counter.step();
    Value last = first;
    if (growth != 0) {
      Value before = builder().integral(IntegralOp.SUB, turns(loop), Constant.of(1L));
      last = builder().integral(IntegralOp.ADD, first, times(before, growth));
    }
    Value least = growth < 0 ? last : first;
    Value most = growth < 0 ? first : last;
    Value above = builder().compare(Comparison.AT_LEAST, least, Constant.of(0L));
    Value below = builder().compare(Comparison.LESS, most, wide(builder().length(array)));
    return builder().integral(IntegralOp.AND, above, below);
  }

  private Value wide(Value value) {
    return builder().convert(value, Type.I64);
  }

  private Value times(Value value, long factor) {
    return builder().integral(IntegralOp.MUL, value, Constant.of(factor));
  }
}
