package ad4j.compiler.write;

import ad4j.program.Constant;
import ad4j.program.Edge;
import ad4j.program.Instruction;
import ad4j.program.IntegralOp;
import ad4j.program.Op;
import ad4j.program.Parameter;
import ad4j.program.Type;
import ad4j.program.Value;
import java.lang.classfile.CodeBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what an edge hands over. All arguments are pushed before any is stored, so that parameters
 * may trade places; ints that are only counted on are counted on last, where they are.
 */
final class EdgeWriter {
  private final CodeBuilder code;
  private final Trees trees;
  private final Slots slots;
  private final ValueWriter values;

  EdgeWriter(Method method, ValueWriter values) {
    this.code = method.code();
    this.trees = method.trees();
    this.slots = method.slots();
    this.values = values;
  }

  /** Whether there is anything to write. */
  boolean moves(Edge edge) {
    for (int i = 0; i < edge.arguments().size(); i++) {
      if (!isInPlace(edge.arguments().get(i), edge.target().parameters().get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isInPlace(Value argument, Parameter parameter) {
    boolean inLocal = !(argument instanceof Constant) && !trees.isInlined(argument);
    return slots.has(parameter)
        ? inLocal && slots.of(argument) == slots.of(parameter)
        : !trees.isInlined(argument);
  }

  void move(Edge edge) {
    List<Parameter> stored = new ArrayList<>();
    List<Runnable> increments = new ArrayList<>();
    for (int i = 0; i < edge.arguments().size(); i++) {
      Value argument = edge.arguments().get(i);
      Parameter parameter = edge.target().parameters().get(i);
      if (isInPlace(argument, parameter)) {
        continue;
      }
      if (isIncrement(argument, parameter)) {
        increments.add(() -> increment(argument, parameter));
      } else {
        values.push(argument);
        stored.add(parameter);
      }
    }
    for (Parameter parameter : stored.reversed()) {
      store(parameter);
    }
    increments.forEach(Runnable::run);
  }

  private void store(Parameter parameter) {
    if (slots.has(parameter)) {
      code.storeLocal(Types.kind(parameter.type()), slots.of(parameter));
    } else if (Types.kind(parameter.type()).slotSize() == 2) {
      code.pop2();
    } else {
      code.pop();
    }
  }

  private boolean isIncrement(Value argument, Parameter parameter) {
    return trees.isInlined(argument)
        && argument instanceof Instruction instruction
        && step(instruction, parameter) != 0;
  }

  /** Adds a constant to an int where it is, if that is all there is to do. */
  boolean increment(Value sum, Value target) {
    int step = sum instanceof Instruction instruction ? step(instruction, target) : 0;
    if (step != 0) {
      code.iinc(slots.of(target), step);
    }
    return step != 0;
  }

  /** What is added to what is in {@code target}'s own local; 0 if it is something else. */
  private int step(Instruction sum, Value target) {
    if (!(sum.op() instanceof Op.Integral integral)
        || !sum.type().equals(Type.I32)
        || !(sum.operand(1) instanceof Constant constant)
        || constant.number() == null
        || trees.isInlined(sum.operand(0))
        || !slots.has(target)
        || slots.of(sum.operand(0)) != slots.of(target)) {
      return 0;
    }
    int number = constant.number().intValue();
    int step =
        integral.kind() == IntegralOp.ADD
            ? number
            : integral.kind() == IntegralOp.SUB ? -number : 0;
    return step == (short) step ? step : 0;
  }
}
