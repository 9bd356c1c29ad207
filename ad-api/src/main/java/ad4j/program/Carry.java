package ad4j.program;

import ad4j.op.Comparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hands elements that neighbouring turns of a loop share from turn to turn in variables: where each
 * turn adds to two elements next to each other, as derivatives of what is computed of neighbours
 * do, every element is loaded once and stored once. Only loops of one block are changed, and only
 * where that saves a store: others may be vectorised as they are. If the loop fails, the element
 * that was not stored yet is as it was. Cost: linear in the size of the Program.
 */
public final class Carry extends Copy {
  private final Map<Block, CarriedLoop> loops = new HashMap<>();
  private final Map<Block, CarriedLoop> bodies = new HashMap<>();
  private final Map<Block, Map<CarriedLoop.Place, Variable>> carried = new HashMap<>();

  /** What the counter of a loop began with. */
  private final Map<Block, Variable> first = new HashMap<>();

  /** The loop that is being copied. */
  private @Nullable CarriedLoop current;

  private Carry(Program program, ProgramBuilder builder, List<CarriedLoop> found) {
    super(program, builder, parameters(program, builder));
    for (CarriedLoop loop : found) {
      loops.put(loop.header(), loop);
      bodies.put(loop.body(), loop);
      first.put(loop.header(), new Variable(Type.I32, ""));
      Map<CarriedLoop.Place, Variable> variables = new HashMap<>();
      loop.next().forEach((place, next) -> variables.put(place, new Variable(Type.F64, "")));
      carried.put(loop.header(), variables);
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
    return carried.getOrDefault(loop.header(), Map.of());
  }

  private Variable first(CarriedLoop loop) {
    return Objects.requireNonNull(first.get(loop.header()));
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
      if (loop.lateStores().containsKey(instruction)) {
        return Constant.ZERO;
      }
    }
    return super.instruction(instruction);
  }

  @Override
  protected Draft way(Block block, Edge edge) {
    CarriedLoop left = loops.get(block);
    if (left == null || edge.target() == left.body()) {
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
    if (loop != null && from == loop.body()) {
      loop.next().forEach((place, next) -> builder().set(variable(loop, place), copy(next)));
    } else if (loop != null) {
      enter(loop, edge);
    }
  }

  /** Loads what the first turn takes over, if there is a first turn. */
  private void enter(CarriedLoop loop, Edge edge) {
    Map<Value, Value> known = new HashMap<>();
    List<Parameter> parameters = loop.header().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      known.put(parameters.get(i), copy(edge.arguments().get(i)));
    }
    Value begin = Objects.requireNonNull(known.get(loop.counter()));
    builder().set(first(loop), begin);
    for (Instruction instruction : loop.header().instructions()) {
      List<Value> operands = new ArrayList<>();
      instruction.operands().forEach(each -> operands.add(known.getOrDefault(each, copy(each))));
      known.put(instruction, builder().again(instruction, operands));
    }
    Value turns = known.getOrDefault(loop.condition(), copy(loop.condition()));
    Draft loading = builder().block();
    Draft after = builder().block();
    variables(loop).values().forEach(each -> builder().set(each, Constant.ZERO));
    builder()
        .branch(turns, loop.staysIfTrue() ? loading : after, loop.staysIfTrue() ? after : loading);
    builder().at(loading);
    variables(loop)
        .forEach(
            (place, variable) ->
                builder().set(variable, builder().load(copy(place.array()), at(begin, place))));
    builder().jump(after);
    builder().at(after);
  }

  private Value at(Value counter, CarriedLoop.Place place) {
    return builder().integral(IntegralOp.ADD, counter, Constant.of(place.offset()));
  }

  /** Stores what the last turn handed on, if there was one. */
  private void leave(CarriedLoop loop) {
    Value counter = copy(loop.counter());
    Value begin = builder().get(first(loop));
    Draft storing = builder().block();
    Draft after = builder().block();
    builder().branch(builder().compare(Comparison.NOT_EQUAL, counter, begin), storing, after);
    builder().at(storing);
    loop.lateStores()
        .values()
        .forEach(
            place ->
                builder()
                    .store(
                        copy(place.array()),
                        at(counter, place),
                        builder().get(variable(loop, place))));
    builder().jump(after);
    builder().at(after);
  }
}
