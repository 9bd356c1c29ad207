package ad4j.program;

import ad4j.op.Arithmetic;
import ad4j.op.Comparison;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets a Program say whether it stored NaN to an array, by its result, which is NaN then: whoever
 * runs it need not go through the array once more. It may also be NaN where what was stored does
 * not fit into a double when added up. Cost: an addition a store.
 */
public final class NanWatch extends Copy {
  /** With more stores a turn, it is better to go through the array. */
  private static final int MOST = 2;

  private final Set<Instruction> stores;
  private final Variable sum = new Variable(Type.F64, "");
  private final Deque<Value> stored = new ArrayDeque<>();

  private NanWatch(Program program, ProgramBuilder builder, Set<Instruction> stores) {
    super(program, builder, parameters(program, builder));
    this.stores = stores;
    builder.set(sum, Constant.ZERO);
  }

  /**
   * The Program with this in its result, which it is given if it has none.
   *
   * @param parameter the index of the array
   * @return the same Program if it is better to go through the array: where it has other results
   *     than a double, or stores more often than the array has elements, as far as can be seen
   */
  public static Program of(Program program, int parameter) {
    List<Type> results = program.results();
    Set<Instruction> stores = stores(program, program.parameters().get(parameter));
    if (stores.isEmpty() || !(results.isEmpty() || results.equals(List.of(Type.F64)))) {
      return program;
    }
    ProgramBuilder builder = new ProgramBuilder(program.name(), List.of(Type.F64));
    new NanWatch(program, builder, stores).run();
    return builder.buildKeepingFailures();
  }

  /** The stores to an array, if it is worth while to watch them, else none. */
  private static Set<Instruction> stores(Program program, Value array) {
    Regions regions = new Regions(program);
    Regions.Region region = regions.of(array);
    Flow flow = new Flow(program);
    Set<Instruction> stores = new LinkedHashSet<>();
    Map<Loop, Integer> turns = new HashMap<>();
    for (Block block : program.blocks()) {
      Loop loop = flow.loop(block);
      for (Instruction instruction : block.instructions()) {
        if (uses(instruction, region, regions) && !leavesZeros(instruction)) {
          boolean isOnce =
              instruction.op() instanceof Op.Store
                  && (loop == null
                      || (turns.merge(loop, 1, Integer::sum) <= MOST
                          && isEachTurnAnother(instruction.operand(1), loop, flow)));
          if (!isOnce) {
            return Set.of();
          }
          stores.add(instruction);
        }
      }
    }
    return stores;
  }

  private static boolean uses(Instruction instruction, Regions.Region region, Regions regions) {
    return instruction.operands().stream()
        .anyMatch(each -> each.type().isArray() && regions.of(each) == region);
  }

  private static boolean leavesZeros(Instruction instruction) {
    return switch (instruction.op()) {
      case Op.Load _, Op.Length _, Op.Check _ -> true;
      case Op.Fill _ -> instruction.operand(3).equals(Constant.ZERO);
      default -> false;
    };
  }

  /** Whether an index goes up or down by one in each turn of an outermost loop. */
  private static boolean isEachTurnAnother(Value index, Loop loop, Flow flow) {
    if (loop.parent() != null) {
      return false;
    }
    Block header = loop.header();
    for (int i = 0; i < header.parameters().size(); i++) {
      Parameter counter = header.parameters().get(i);
      if (CarriedLoop.offset(index, counter) != null && isCounted(i, loop, flow)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCounted(int place, Loop loop, Flow flow) {
    Block header = loop.header();
    for (Block latch : flow.sources(header)) {
      for (Edge edge : latch.edges()) {
        if (loop.contains(latch) && edge.target() == header) {
          Value next = edge.arguments().get(place);
          Integer step = CarriedLoop.offset(next, header.parameters().get(place));
          if (step == null || Math.abs(step) != 1) {
            return false;
          }
        }
      }
    }
    return true;
  }

  @Override
  protected Value instruction(Instruction instruction) {
    Value copy = super.instruction(instruction);
    if (stores.contains(instruction)) {
      stored.add(copy(instruction.operand(2)));
    }
    return copy;
  }

  @Override
  protected void end(Block block) {
    while (stored.size() > 1) {
      stored.addLast(added(stored.removeFirst(), stored.removeFirst()));
    }
    if (!stored.isEmpty()) {
      builder().set(sum, added(builder().get(sum), stored.removeFirst()));
    }
    super.end(block);
  }

  private Value added(Value x, Value y) {
    return builder().apply(Arithmetic.ADD, x, y);
  }

  @Override
  protected void giveBack(List<Value> values) {
    Value all = builder().get(sum);
    Draft good = builder().block();
    Draft bad = builder().block();
    builder().branch(builder().compare(Comparison.EQUAL, all, all), good, bad);
    builder().at(good);
    builder().giveBack(values.isEmpty() ? List.of(Constant.ZERO) : values);
    builder().at(bad);
    builder().giveBack(List.of(Constant.of(Double.NaN)));
  }
}
