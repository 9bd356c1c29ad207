package ad4j.program;

import ad4j.op.Comparison;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hands elements that neighbouring turns of a loop share from turn to turn in variables: where each
 * turn adds to two elements next to each other, as derivatives of what is computed of neighbours
 * do, every element is loaded once and stored once. Only loops of one block are changed, and only
 * where that saves a store: others may be vectorised as they are. Where such a loop is the first to
 * add to an array that the Program fills with zeros, it need not load those zeros, and only what it
 * did not store to is filled, behind it. If the loop fails, the element that was not stored yet is
 * as it was. Cost: linear in the size of the Program.
 */
public final class Carry extends Copy {
  private final Map<Block, CarriedLoop> loops = new HashMap<>();
  private final Map<Block, CarriedLoop> bodies = new HashMap<>();
  private final Map<Block, Map<CarriedLoop.Place, Variable>> carried = new HashMap<>();

  /** What the counter of a loop began with. */
  private final Map<Block, Variable> first = new HashMap<>();

  /** The elements that a loop has stored to: from the first one until the second. */
  private record Filled(Variable from, Variable until) {}

  private final Map<CarriedLoop.Opened, Filled> filled = new HashMap<>();

  /** Those of which the first element may not be stored to. */
  private final Set<CarriedLoop.Opened> late = new HashSet<>();

  /** What filled arrays with zeros that the loops fill now. */
  private final Set<Instruction> fills = new HashSet<>();

  /** The loop that is being copied. */
  private @Nullable CarriedLoop current;

  private Carry(Program program, ProgramBuilder builder, List<CarriedLoop> found) {
    super(program, builder, parameters(program, builder));
    for (CarriedLoop loop : found) {
      loops.put(loop.first().header(), loop);
      bodies.put(loop.first().body(), loop);
      first.put(loop.first().header(), new Variable(Type.I32, ""));
      Map<CarriedLoop.Place, Variable> variables = new HashMap<>();
      loop.next().forEach((place, next) -> variables.put(place, new Variable(Type.F64, "")));
      carried.put(loop.first().header(), variables);
      for (CarriedLoop.Opened opened : loop.opened()) {
        filled.put(opened, new Filled(new Variable(Type.I32, ""), new Variable(Type.I32, "")));
        fills.add(opened.zeroed().fill());
      }
    }
  }

  /** The same Program with fewer loads and stores; and so the routines that it calls. */
  public static Program of(Program program) {
    return Routines.keepingFailures(program, Carry::alone);
  }

  private static Program alone(Program program, boolean distinct) {
    List<CarriedLoop> found = CarriedLoop.find(program, distinct);
    if (found.isEmpty()) {
      return program;
    }
    ProgramBuilder builder = new ProgramBuilder(program.name(), program.results());
    new Carry(program, builder, found).run();
    return builder.buildKeepingFailures();
  }

  @Override
  protected void begin(Block block) {
    super.begin(block);
    current = bodies.get(block);
  }

  private Map<CarriedLoop.Place, Variable> variables(CarriedLoop loop) {
    return carried.getOrDefault(loop.first().header(), Map.of());
  }

  private Variable first(CarriedLoop loop) {
    return Objects.requireNonNull(first.get(loop.first().header()));
  }

  private Variable variable(CarriedLoop loop, CarriedLoop.Place place) {
    return Objects.requireNonNull(variables(loop).get(place));
  }

  @Override
  protected Value instruction(Instruction instruction) {
    CarriedLoop loop = current;
    if (loop != null) {
      CarriedLoop.Place place = loop.carriedLoads().get(instruction);
      if (place != null) {
        return builder().get(variable(loop, place));
      }
      if (loop.lateStores().containsKey(instruction) || loop.zeros().contains(instruction)) {
        return Constant.ZERO;
      }
    }
    if (fills.contains(instruction)) {
      return Constant.ZERO;
    }
    return super.instruction(instruction);
  }

  @Override
  protected Draft way(Block block, Edge edge) {
    CarriedLoop left = loops.get(block);
    if (left == null || edge.target() == left.first().body()) {
      return super.way(block, edge);
    }
    Draft from = builder().current();
    Draft on = builder().block();
    builder().at(on);
    for (int i = 0; i < edge.arguments().size(); i++) {
      builder().set(variable(edge.target().parameters().get(i)), copy(edge.arguments().get(i)));
    }
    leave(left);
    passed(block, edge);
    builder().jump(target(block, edge.target()));
    builder().at(from);
    return on;
  }

  @Override
  protected void passed(Block from, Edge edge) {
    CarriedLoop loop = loops.get(edge.target());
    if (loop != null && from == loop.first().body()) {
      loop.next().forEach((place, next) -> builder().set(variable(loop, place), copy(next)));
    } else if (loop != null) {
      enter(loop, edge);
    }
  }

  /** Loads what the first turn takes over, if there is a first turn. */
  private void enter(CarriedLoop loop, Edge edge) {
    int place = loop.first().header().parameters().indexOf(loop.counter());
    Value begin = copy(edge.arguments().get(place));
    builder().set(first(loop), begin);
    for (CarriedLoop.Opened opened : loop.opened()) {
      boolean atZero = at(begin, opened.lowest()) instanceof Constant first && first.isInteger(0);
      if (loop.step() < 0 || !atZero) {
        late.add(opened);
      }
    }
    variables(loop).values().forEach(each -> builder().set(each, Constant.ZERO));
    loop.first().enter(builder(), edge, this::copy, () -> load(loop, begin));
  }

  private void load(CarriedLoop loop, Value begin) {
    Set<Value> opened = new HashSet<>();
    loop.opened().forEach(each -> opened.add(each.zeroed().array()));
    variables(loop)
        .forEach(
            (place, variable) -> {
              if (!opened.contains(place.array())) {
                Value index = at(begin, place.offset());
                builder().set(variable, builder().load(copy(place.array()), index));
              }
            });
  }

  private Value at(Value counter, int offset) {
    return builder().integral(IntegralOp.ADD, counter, Constant.of(offset));
  }

  /**
   * If there was a turn, stores what the last one handed on; and zeros where none has stored to an
   * array that is to be zeros.
   */
  private void leave(CarriedLoop loop) {
    Value counter = copy(loop.counter());
    Value begin = builder().get(first(loop));
    Draft storing = builder().block();
    Draft after = builder().block();
    for (CarriedLoop.Opened opened : loop.opened()) {
      builder().set(filled(opened).from, Constant.of(0));
      builder().set(filled(opened).until, Constant.of(0));
    }
    builder().branch(builder().compare(Comparison.NOT_EQUAL, counter, begin), storing, after);
    builder().at(storing);
    loop.lateStores().values().forEach(place -> storeLate(loop, place));
    for (CarriedLoop.Opened opened : loop.opened()) {
      boolean up = loop.step() > 0;
      Value last = up ? counter : at(begin, 1);
      builder().set(filled(opened).from, at(up ? begin : at(counter, 1), opened.lowest()));
      builder().set(filled(opened).until, at(last, opened.highest()));
    }
    builder().jump(after);
    builder().at(after);
    for (CarriedLoop.Opened opened : loop.opened()) {
      Value array = copy(opened.zeroed().array());
      if (late.contains(opened)) {
        fill(array, Constant.of(0), builder().get(filled(opened).from));
      }
      fill(array, builder().get(filled(opened).until), builder().length(array));
    }
  }

  private Filled filled(CarriedLoop.Opened opened) {
    return Objects.requireNonNull(filled.get(opened));
  }

  private void storeLate(CarriedLoop loop, CarriedLoop.Place place) {
    Value element = builder().get(variable(loop, place));
    builder().store(copy(place.array()), at(copy(loop.counter()), place.offset()), element);
  }

  private void fill(Value array, Value from, Value until) {
    builder().append(new Op.Fill(), Type.VOID, array, from, until, Constant.ZERO);
  }
}
