package ad4j.reverse.program;

import ad4j.program.Constant;
import ad4j.program.Instruction;
import ad4j.program.Op;
import ad4j.program.ProgramBuilder;
import ad4j.program.Routine;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** The calls of routines in a Program, as calls of their halves. */
final class SplitCalls {
  private final Analysis analysis;
  private final ProgramBuilder builder;
  private final SplitRoutines routines;
  private final Stacks stacks;

  /** The calls of forward halves. */
  private final Map<Instruction, Value> made = new HashMap<>();

  SplitCalls(Analysis analysis, ProgramBuilder builder, SplitRoutines routines, Stacks stacks) {
    this.analysis = analysis;
    this.builder = builder;
    this.routines = routines;
    this.stacks = stacks;
  }

  /** Calls the forward half; gives what the call gives. */
  Value forward(Instruction call, List<Value> arguments, List<Value> shadows) {
    Routine routine = routine(call);
    Routine half = routines.of(routine).forward();
    List<Value> given = new ArrayList<>(arguments);
    given.addAll(shadows);
    given.addAll(stacks.arguments());
    builder.origin(call.origin());
    Value value = builder.append(new Op.Call(half), half.type(), given.toArray(Value[]::new));
    made.put(call, value);
    return routine.results().size() == 1 && half.results().size() > 1
        ? builder.append(new Op.Result(0), call.type(), value)
        : value;
  }

  /** The shadow of an array that a call gave, or that is one of its results. */
  Value shadow(Instruction result) {
    boolean one = result.op() instanceof Op.Call;
    Instruction call = one ? result : (Instruction) result.operand(0);
    int index = result.op() instanceof Op.Result(int number) ? number : 0;
    List<Type> types = routine(call).results();
    long before = types.subList(0, index).stream().filter(t -> t.isReal() && t.isArray()).count();
    Op shadow = new Op.Result(types.size() + (int) before);
    return builder.append(shadow, result.type(), Objects.requireNonNull(made.get(call)));
  }

  /**
   * Calls the backward half.
   *
   * @param taking takes the adjoint of a result, which is 0 then
   * @param adding adds to the adjoint of an operand
   */
  void backward(Instruction call, UnaryOperator<Value> taking, BiConsumer<Value, Value> adding) {
    Routine routine = routine(call);
    Routine half = routines.of(routine).backward();
    List<Value> given = new ArrayList<>();
    for (int i = 0; i < routine.results().size(); i++) {
      if (routine.results().get(i).equals(Type.F64)) {
        Value sum = Constant.ZERO;
        for (Instruction result : analysis.results(call)) {
          int index = result.op() instanceof Op.Result(int number) ? number : 0;
          if (index == i && analysis.isActive(result)) {
            sum = builder.accumulate(sum, taking.apply(result));
          }
        }
        given.add(sum);
      }
    }
    given.addAll(stacks.arguments());
    Value value = builder.append(new Op.Call(half), half.type(), given.toArray(Value[]::new));
    int next = 0;
    for (Value operand : call.operands()) {
      if (operand.type().equals(Type.F64)) {
        Value adjoint =
            half.results().size() == 1
                ? value
                : builder.append(new Op.Result(next), Type.F64, value);
        next++;
        adding.accept(operand, adjoint);
      }
    }
  }

  private static Routine routine(Instruction call) {
    return ((Op.Call) call.op()).routine();
  }
}
