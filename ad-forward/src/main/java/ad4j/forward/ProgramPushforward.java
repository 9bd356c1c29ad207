package ad4j.forward;

import ad4j.error.NotDifferentiableException;
import ad4j.error.ProgramException;
import ad4j.op.Operator;
import ad4j.program.Block;
import ad4j.program.Constant;
import ad4j.program.Copy;
import ad4j.program.Edge;
import ad4j.program.Instruction;
import ad4j.program.IntegralOp;
import ad4j.program.Op;
import ad4j.program.Parameter;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.Routine;
import ad4j.program.Terminator;
import ad4j.program.Type;
import ad4j.program.Value;
import ad4j.program.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The pushforward of a Program, as a Program: each double goes along with one tangent a lane, each
 * array with one shadow a lane. See A. Griewank and A. Walther, <i>Evaluating Derivatives</i>, 2nd
 * ed., §3.1.
 */
final class ProgramPushforward extends Copy {
  private final PushedRoutines routines;
  private final int lanes;
  private final Variation variation;

  /** The tangents of doubles and the shadows of arrays, by lane; missing where they are 0. */
  private final Map<Value, List<Value>> tangents = new HashMap<>();

  private final Map<Parameter, List<Variable>> variables = new HashMap<>();

  /** Begins the pushforward by these parameters. */
  ProgramPushforward(Program program, List<Integer> active, PushedRoutines routines) {
    this(
        program,
        active,
        routines,
        new ProgramBuilder(program.name() + "~", routines.types(program.results())));
  }

  private ProgramPushforward(
      Program program, List<Integer> active, PushedRoutines routines, ProgramBuilder builder) {
    super(program, builder, parameters(program, builder));
    this.routines = routines;
    lanes = routines.lanes();
    List<Parameter> inputs = new ArrayList<>();
    for (int index : active) {
      Parameter input = program.parameters().get(index);
      if (!input.type().isReal()) {
        throw new ProgramException(program.name() + ": no derivative by a " + input.type());
      }
      inputs.add(input);
      tangents.put(input, byLane(lane -> builder.parameter(input.type(), label(input, lane))));
    }
    variation = new Variation(program, inputs);
  }

  /**
   * The pushforward of {@code program} by the parameters with these numbers. Its parameters are
   * those of {@code program}, then for each active one its tangents. It returns the results, then
   * for each result that is made of doubles its tangents.
   */
  static Program of(Program program, List<Integer> active, int lanes) {
    return new ProgramPushforward(program, active, new PushedRoutines(program, lanes)).build();
  }

  Program build() {
    for (Parameter parameter : program().parameters()) {
      if (variation.isVaried(parameter) && !tangents.containsKey(parameter)) {
        shadow(parameter, copy(parameter));
      }
    }
    run();
    return builder().build();
  }

  private List<Value> byLane(IntFunction<Value> tangent) {
    List<Value> all = new ArrayList<>();
    for (int lane = 0; lane < lanes; lane++) {
      all.add(tangent.apply(lane));
    }
    return all;
  }

  private String label(Parameter parameter, int lane) {
    return parameter.name().isEmpty()
        ? ""
        : parameter.name() + "_d" + (lanes > 1 ? String.valueOf(lane) : "");
  }

  /** Gives an array shadows that are all zeros. */
  private void shadow(Value array, Value copy) {
    tangents.put(array, byLane(lane -> builder().append(new Op.ZeroLike(), array.type(), copy)));
  }

  /** Its tangents, or those of an array; zeros, or a shadow that is null, for what is constant. */
  private List<Value> tangents(Value value) {
    List<Value> known = tangents.get(value);
    if (known != null) {
      return known;
    }
    if (!value.type().isArray()) {
      return Collections.nCopies(lanes, Constant.ZERO);
    }
    if (value instanceof Constant) {
      return Collections.nCopies(lanes, value);
    }
    return byLane(lane -> builder().append(new Op.ZeroLike(), value.type(), copy(value)));
  }

  @Override
  protected void begin(Block block) {
    super.begin(block);
    if (block != program().entry()) {
      for (Parameter parameter : block.parameters()) {
        if (variation.isVaried(parameter)) {
          List<Variable> own = variables(parameter);
          tangents.put(parameter, byLane(lane -> builder().get(own.get(lane))));
        }
      }
    }
  }

  @Override
  protected void passed(Block from, Edge edge) {
    for (int i = 0; i < edge.arguments().size(); i++) {
      Parameter parameter = edge.target().parameters().get(i);
      if (variation.isVaried(parameter)) {
        List<Variable> own = variables(parameter);
        List<Value> given = tangents(edge.arguments().get(i));
        for (int lane = 0; lane < lanes; lane++) {
          builder().set(own.get(lane), given.get(lane));
        }
      }
    }
  }

  private List<Variable> variables(Parameter parameter) {
    return variables.computeIfAbsent(
        parameter,
        key -> {
          List<Variable> all = new ArrayList<>();
          for (int lane = 0; lane < lanes; lane++) {
            all.add(new Variable(key.type(), label(key, lane)));
          }
          return all;
        });
  }

  @Override
  protected void end(Block block) {
    if (block.end() instanceof Terminator.Return(List<Value> values)) {
      List<Value> all = new ArrayList<>(copies(values));
      values.stream().filter(x -> x.type().isReal()).forEach(x -> all.addAll(tangents(x)));
      giveBack(all);
    } else {
      super.end(block);
    }
  }

  @Override
  protected Value instruction(Instruction instruction) {
    return switch (instruction.op()) {
      case Op.Call(Routine routine) when variation.isVariedCall(instruction) ->
          call(instruction, routine);
      case Op.Result(int index)
          when instruction.operand(0) instanceof Instruction call
              && call.op() instanceof Op.Call(Routine routine)
              && variation.isVariedCall(call) ->
          result(instruction, routine, copy(call), index);
      default -> {
        Value result = super.instruction(instruction);
        follow(instruction, result);
        yield result;
      }
    };
  }

  /** What happens to tangents and shadows where an instruction gave {@code result}. */
  private void follow(Instruction instruction, Value result) {
    switch (instruction.op()) {
      case Op.Apply(Operator operator) -> {
        if (variation.isVaried(instruction)) {
          tangents.put(instruction, applied(instruction, operator, result));
        }
      }
      case Op.Load _ -> {
        Value array = instruction.operand(0);
        if (variation.isVaried(array)) {
          tangents.put(instruction, along(instruction, array, copy(instruction.operand(1))));
        }
      }
      case Op.Store _ -> store(instruction, instruction.operand(2));
      case Op.Fill _ -> store(instruction, instruction.operand(3));
      case Op.Move _ -> move(instruction);
      case Op.New _, Op.ZeroLike _, Op.Copy _, Op.Held _, Op.Grow _ -> {
        if (variation.isVaried(instruction)) {
          make(instruction, result);
        }
      }
      case Op.Integral _,
          Op.Compare _,
          Op.Convert _,
          Op.Narrow _,
          Op.Length _,
          Op.Call _,
          Op.Result _,
          Op.Check _,
          Op.Guard _ -> {}
    }
  }

  /** The sum of the tangents of the operands times the partials by them. */
  private List<Value> applied(Instruction instruction, Operator operator, Value result) {
    List<Value> operands = copies(instruction.operands());
    List<Value> sums = new ArrayList<>(Collections.nCopies(lanes, Constant.ZERO));
    for (int i = 0; i < operands.size(); i++) {
      Value operand = instruction.operand(i);
      if (variation.isVaried(operand)) {
        Value partial = partial(instruction, operator, i, operands, result);
        List<Value> own = tangents(operand);
        for (int lane = 0; lane < lanes; lane++) {
          Value term = builder().chain(own.get(lane), partial);
          sums.set(lane, builder().accumulate(sums.get(lane), term));
        }
      }
    }
    return sums;
  }

  private Value partial(
      Instruction instruction, Operator operator, int index, List<Value> operands, Value result) {
    try {
      return builder().partial(operator, index, operands, result);
    } catch (ProgramException e) {
      throw new NotDifferentiableException(
          "the slope of '" + operator.name() + "' decides by numbers",
          "state its cases with the operators 'where' and 'share'",
          instruction.origin(),
          e);
    }
  }

  /** The same instruction on the shadows of its first operand. */
  private List<Value> along(Instruction instruction, Value array, Value... rest) {
    List<Value> shadows = tangents(array);
    return byLane(
        lane -> {
          List<Value> operands = new ArrayList<>(List.of(rest));
          operands.addFirst(shadows.get(lane));
          return builder().again(instruction, operands);
        });
  }

  private void store(Instruction instruction, Value element) {
    Value array = instruction.operand(0);
    if (variation.isVaried(array)) {
      List<Value> shadows = tangents(array);
      List<Value> elements = tangents(element);
      List<Value> operands = copies(instruction.operands());
      for (int lane = 0; lane < lanes; lane++) {
        operands.set(0, shadows.get(lane));
        operands.set(operands.size() - 1, elements.get(lane));
        builder().again(instruction, operands);
      }
    }
  }

  private void move(Instruction instruction) {
    Value source = instruction.operand(0);
    Value target = instruction.operand(2);
    if (!variation.isVaried(target)) {
      return;
    }
    List<Value> operands = copies(instruction.operands());
    List<Value> sources = variation.isVaried(source) ? tangents(source) : List.of();
    List<Value> targets = tangents(target);
    for (int lane = 0; lane < lanes; lane++) {
      if (sources.isEmpty()) {
        clear(targets.get(lane), operands.get(3), operands.get(4));
      } else {
        operands.set(0, sources.get(lane));
        operands.set(2, targets.get(lane));
        builder().again(instruction, operands);
      }
    }
  }

  private void clear(Value shadow, Value from, Value count) {
    Value until = builder().integral(IntegralOp.ADD, from, count);
    builder().append(new Op.Fill(), Type.VOID, shadow, from, until, Constant.ZERO);
  }

  private void make(Instruction instruction, Value result) {
    Type type = instruction.type();
    switch (instruction.op()) {
      case Op.New _ ->
          tangents.put(
              instruction,
              byLane(lane -> builder().again(instruction, copies(instruction.operands()))));
      case Op.Copy _ when variation.isVaried(instruction.operand(0)) ->
          tangents.put(instruction, along(instruction, instruction.operand(0)));
      case Op.Held(int slot) ->
          tangents.put(
              instruction,
              byLane(lane -> builder().append(new Op.Held(routines.slot(slot, lane)), type)));
      case Op.Grow(int slot) -> {
        List<Value> shadows = tangents(instruction.operand(0));
        Value length = copy(instruction.operand(1));
        tangents.put(
            instruction,
            byLane(
                lane ->
                    builder()
                        .append(
                            new Op.Grow(routines.slot(slot, lane)),
                            type,
                            shadows.get(lane),
                            length)));
      }
      default -> shadow(instruction, result);
    }
  }

  /** A call of the pushforward; its value is that of the one result, or the call. */
  private Value call(Instruction call, Routine routine) {
    List<Value> operands = new ArrayList<>(copies(call.operands()));
    for (Value operand : call.operands()) {
      if (operand.type().isReal()) {
        operands.addAll(tangents(operand));
      }
    }
    Routine pushed = routines.of(routine);
    builder().origin(call.origin());
    Value made =
        builder().append(new Op.Call(pushed), pushed.type(), operands.toArray(Value[]::new));
    return routine.results().size() == 1 && pushed.results().size() > 1
        ? result(call, routine, made, 0)
        : made;
  }

  private Value result(Instruction original, Routine routine, Value call, int index) {
    List<Type> types = routine.results();
    Type type = types.get(index);
    builder().origin(original.origin());
    if (type.isReal()) {
      long before = types.subList(0, index).stream().filter(Type::isReal).count();
      int first = types.size() + (int) before * lanes;
      tangents.put(
          original, byLane(lane -> builder().append(new Op.Result(first + lane), type, call)));
    }
    return builder().append(new Op.Result(index), type, call);
  }
}
