package ad4j.reverse.program;

import ad4j.program.Block;
import ad4j.program.Constant;
import ad4j.program.Count;
import ad4j.program.Counting;
import ad4j.program.Instruction;
import ad4j.program.IntegralOp;
import ad4j.program.Loop;
import ad4j.program.Op;
import ad4j.program.Parameter;
import ad4j.program.ProgramBuilder;
import ad4j.program.Terminator;
import ad4j.program.Type;
import ad4j.program.Value;
import ad4j.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of the forward half, in the backward half: as they still are, counted, computed anew, or
 * kept.
 */
final class Available {
  private static final int NEVER = 1000;

  /** Up to this many operations, computing anew is cheaper than keeping. */
  private static final int WORTH = 24;

  private final Analysis analysis;
  private final ProgramBuilder builder;
  private final Forward forward;
  private final Keeping keeping;
  private final Map<Value, Integer> costs = new HashMap<>();
  private final Map<Loop, Variable> turns = new HashMap<>();
  private Map<Value, Value> known = new HashMap<>();
  private Map<Value, Value> shadows = new HashMap<>();
  private Block use;

  Available(Analysis analysis, ProgramBuilder builder, Forward forward, Keeping keeping) {
    this.analysis = analysis;
    this.builder = builder;
    this.forward = forward;
    this.keeping = keeping;
    this.use = analysis.program().entry();
  }

  /** Begins the backward half of a block. */
  void enter(Block block) {
    use = block;
    forget();
  }

  /** Takes nothing for computed. */
  void forget() {
    known = new HashMap<>();
    shadows = new HashMap<>();
  }

  /** What has been computed so far. */
  Map<Value, Value> known() {
    return known;
  }

  /** Goes on from where this had been computed. */
  void know(Map<Value, Value> before) {
    known = new HashMap<>(before);
    shadows = new HashMap<>();
  }

  /** The variable that tells which turn of a loop is pulled back. */
  Variable turn(Loop loop) {
    return turns.computeIfAbsent(loop, key -> new Variable(Type.I32, ""));
  }

  /** A value of the forward half. */
  Value value(Value value) {
    if (value instanceof Constant) {
      return value;
    }
    Value found = known.get(value);
    if (found == null) {
      found = find(value);
      known.put(value, found);
    }
    return found;
  }

  private Value find(Value value) {
    if (isGiven(value)) {
      return forward.argument(value);
    }
    Loop loop = analysis.loop(value);
    if (loop == null) {
      return builder.get(forward.variable(value));
    }
    if (loop.encloses(analysis.flow().loop(use))) {
      Counting.Counter counter = analysis.counting().counter(value);
      if (counter != null && isWithinReach(counter.first())) {
        return counted(counter);
      }
      if (cost(value) < NEVER && value instanceof Instruction instruction) {
        List<Value> operands = new ArrayList<>();
        for (Value operand : instruction.operands()) {
          operands.add(value(operand));
        }
        return builder.again(instruction, operands);
      }
    }
    return keeping.read(forward.variable(value), loop, use);
  }

  private boolean isGiven(Value value) {
    return value instanceof Parameter && analysis.home(value) == analysis.program().entry();
  }

  private Value counted(Counting.Counter counter) {
    Value turn = builder.get(turn(counter.loop()));
    Type type = counter.parameter().type();
    Value grown =
        builder.integral(
            IntegralOp.MUL,
            builder.convert(turn, type),
            type.equals(Type.I64)
                ? Constant.of(counter.step())
                : Constant.of((int) counter.step()));
    return builder.integral(IntegralOp.ADD, value(counter.first()), grown);
  }

  /** Whether a value that a loop begins with can be had cheaply within the loop. */
  private boolean isWithinReach(Value first) {
    return first instanceof Constant
        || isGiven(first)
        || Analysis.encloses(analysis.loop(first), analysis.flow().loop(use));
  }

  /** How many operations it takes to compute a value anew, or {@link #NEVER}. */
  private int cost(Value value) {
    if (value instanceof Constant || isGiven(value) || analysis.loop(value) == null) {
      return 0;
    }
    Integer cost = costs.get(value);
    if (cost == null) {
      costs.put(value, NEVER);
      cost = findCost(value);
      costs.put(value, cost);
    }
    return cost;
  }

  private int findCost(Value value) {
    Counting.Counter counter = analysis.counting().counter(value);
    if (counter != null) {
      return reaches(counter.first(), value) ? 1 : NEVER;
    }
    if (!(value instanceof Instruction instruction)
        || (instruction.op() instanceof Op.Load && !analysis.isRepeatable(instruction))) {
      return NEVER;
    }
    int sum = Costs.of(instruction);
    for (Value operand : instruction.operands()) {
      int cost = cost(operand);
      if (!reaches(operand, value)) {
        return NEVER;
      }
      boolean kept = analysis.isRead(operand) || depth(operand) < depth(value);
      sum += cost < NEVER ? cost : kept ? 1 : NEVER;
    }
    return sum <= WORTH ? sum : NEVER;
  }

  /** Whether wherever {@code user}'s loop turns, {@code operand} has its value of that turn. */
  private boolean reaches(Value operand, Value user) {
    return operand instanceof Constant
        || isGiven(operand)
        || Analysis.encloses(analysis.loop(operand), analysis.loop(user));
  }

  private int depth(Value value) {
    return value instanceof Constant ? 0 : analysis.flow().depth(analysis.home(value));
  }

  /** The shadow of an array of the forward half. */
  Value shadow(Value array) {
    if (array instanceof Constant || isGiven(array)) {
      return forward.shadowOf(array);
    }
    Value found = shadows.get(array);
    if (found == null) {
      found = findShadow(array);
      shadows.put(array, found);
    }
    return found;
  }

  private Value findShadow(Value array) {
    Loop loop = analysis.loop(array);
    Variable variable = forward.shadowVariable(array);
    if (loop == null) {
      return builder.get(variable);
    }
    if (loop.encloses(analysis.flow().loop(use))
        && cost(array) < NEVER
        && array instanceof Instruction row
        && row.op() instanceof Op.Load) {
      return builder.load(shadow(row.operand(0)), value(row.operand(1)));
    }
    return keeping.read(variable, loop, use);
  }

  /** The number that a store replaced. */
  Value replaced(Instruction store) {
    return keeping.read(forward.replaced(store), analysis.flow().loop(use), use);
  }

  /** The shadow of the row that a store replaced. */
  Value oldRow(Instruction store) {
    return keeping.read(forward.oldRow(store), analysis.flow().loop(use), use);
  }

  /** The number of the source from which a block was entered. */
  Value from(Block block) {
    return keeping.read(forward.from(block), analysis.flow().loop(block), block);
  }

  /** The condition that decided from which of two sources a block was entered. */
  Value condition(Block block) {
    Terminator.Branch branch = (Terminator.Branch) analysis.flow().dominator(block).end();
    return value(branch.condition());
  }

  /** The sources where that condition holds and where not, if it need not be kept; or none. */
  List<Integer> sides(Block block) {
    List<Integer> sides = analysis.sides(block);
    if (sides.isEmpty()) {
      return sides;
    }
    Block decision = analysis.flow().dominator(block);
    Terminator.Branch branch = (Terminator.Branch) decision.end();
    boolean cheap = cost(branch.condition()) < NEVER;
    return cheap && analysis.flow().loop(decision) == analysis.flow().loop(block)
        ? sides
        : List.of();
  }

  /**
   * Enters, against the flow, the loops that are left on the way from source to target.
   *
   * @return these, the outermost first
   */
  List<Loop> intoLoops(Block source, Block target) {
    List<Loop> entered = new ArrayList<>();
    for (Loop loop = analysis.flow().loop(source);
        loop != null && !loop.contains(target);
        loop = loop.parent()) {
      entered.addFirst(loop);
    }
    for (Loop loop : entered) {
      builder.set(turn(loop), turnsOf(loop));
    }
    return entered;
  }

  private Value turnsOf(Loop loop) {
    Counting.Counted counted = analysis.counting().counted(loop);
    if (counted != null && isAtHand(counted.counter().first()) && isAtHand(counted.bound())) {
      return new Count(builder, analysis.bounds()).of(counted, this::value);
    }
    return keeping.read(
        forward.turns(loop), analysis.flow().loop(analysis.counting().before(loop)), use);
  }

  private boolean isAtHand(Value value) {
    if (value instanceof Constant || isGiven(value)) {
      return true;
    }
    @Nullable Loop loop = analysis.loop(value);
    return loop == null || (cost(value) < NEVER && loop.encloses(analysis.flow().loop(use)));
  }
}
