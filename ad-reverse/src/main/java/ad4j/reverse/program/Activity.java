package ad4j.reverse.program;

import ad4j.program.Block;
import ad4j.program.Constant;
import ad4j.program.Edge;
import ad4j.program.Instruction;
import ad4j.program.Op;
import ad4j.program.Parameter;
import ad4j.program.Program;
import ad4j.program.Regions;
import ad4j.program.Terminator;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What depends on the inputs, and what of it reaches the results. */
final class Activity {
  private final Program program;
  private final Regions regions;
  private final Slopes slopes;
  private final Set<Object> varied = new HashSet<>();
  private final Set<Object> useful = new HashSet<>();
  private final Calls calls;
  private boolean changed;

  /**
   * Finds what is active between inputs and outputs; where the arrays that a {@code routine}
   * returns are, too, whatever it gives them.
   */
  Activity(
      Program program, Roles roles, Regions regions, Slopes slopes, Calls calls, boolean routine) {
    this.program = program;
    this.regions = regions;
    this.slopes = slopes;
    this.calls = calls;
    if (routine) {
      for (Block block : program.blocks()) {
        if (block.end() instanceof Terminator.Return back) {
          back.values().stream().filter(x -> x.type().isArray()).forEach(x -> mark(varied, x));
        }
      }
    }
    for (int input : roles.inputs()) {
      Parameter parameter = program.parameters().get(input);
      mark(varied, parameter);
      if (parameter.type().isArray()) {
        mark(useful, parameter); // what the caller sees afterwards
      }
    }
    spread(this::forwards);
    for (Block block : program.blocks()) {
      if (block.end() instanceof Terminator.Return back) {
        for (int output : roles.outputs()) {
          mark(useful, back.values().get(output));
        }
      }
    }
    spread(this::backwards);
  }

  /** Whether an adjoint of this double, or of the elements of this array, can differ from 0. */
  boolean isActive(Value value) {
    return value.type().isReal() && has(varied, value) && has(useful, value);
  }

  /** Whether derivatives go through a call. */
  boolean isActiveCall(Instruction call) {
    return isVariedCall(call) && isUsefulCall(call);
  }

  /** Whatever a call is given may go to its results, and to its arrays. */
  private boolean isVariedCall(Instruction call) {
    return call.operands().stream().anyMatch(x -> has(varied, x))
        || calls.results(call).stream().anyMatch(x -> x.type().isArray() && has(varied, x));
  }

  private boolean isUsefulCall(Instruction call) {
    return calls.results(call).stream().anyMatch(x -> has(useful, x))
        || call.operands().stream().anyMatch(x -> x.type().isArray() && has(useful, x));
  }

  private void spread(Runnable turn) {
    do {
      changed = false;
      turn.run();
    } while (changed);
  }

  private Object key(Value value) {
    return value.type().isArray() ? base(value) : value;
  }

  /** All arrays that are held by the same array of arrays share its mark. */
  private Object base(Value array) {
    Regions.Region region = regions.of(array);
    return new Level(regions.innermost(region, array.type().rank()));
  }

  private record Level(Object region) {}

  private boolean has(Set<Object> marks, Value value) {
    return value.type().isReal() && marks.contains(key(value));
  }

  private void mark(Set<Object> marks, Value value) {
    if (value.type().isReal() && !(value instanceof Constant)) {
      changed |= marks.add(key(value));
    }
  }

  private void forwards() {
    for (Block block : program.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (varies(instruction)) {
          mark(varied, target(instruction));
          if (instruction.op() instanceof Op.Call) {
            arrays(instruction).forEach(x -> mark(varied, x));
          }
        }
      }
      for (Edge edge : block.edges()) {
        for (int i = 0; i < edge.arguments().size(); i++) {
          if (has(varied, edge.arguments().get(i))) {
            mark(varied, edge.target().parameters().get(i));
          }
        }
      }
    }
  }

  private static Value target(Instruction instruction) {
    return switch (instruction.op()) {
      case Op.Store _, Op.Fill _ -> instruction.operand(0);
      case Op.Move _ -> instruction.operand(2);
      default -> instruction;
    };
  }

  private boolean varies(Instruction instruction) {
    List<Value> operands = instruction.operands();
    return switch (instruction.op()) {
      case Op.Apply apply -> {
        for (int i = 0; i < operands.size(); i++) {
          if (has(varied, operands.get(i))
              && !slopes.of(apply.operator(), i, operands.size()).isZero()) {
            yield true;
          }
        }
        yield false;
      }
      case Op.Load _, Op.Copy _, Op.Grow _, Op.Move _ -> has(varied, operands.get(0));
      case Op.Store _ -> has(varied, operands.get(2));
      case Op.Fill _ -> has(varied, operands.get(3));
      case Op.Call _ -> isVariedCall(instruction);
      case Op.Result _ -> isVariedCall((Instruction) operands.get(0));
      default -> false;
    };
  }

  private static List<Value> arrays(Instruction instruction) {
    return instruction.operands().stream().filter(x -> x.type().isArray()).toList();
  }

  private void backwards() {
    List<Block> blocks = program.blocks().reversed();
    for (Block block : blocks) {
      for (Edge edge : block.edges()) {
        for (int i = 0; i < edge.arguments().size(); i++) {
          if (has(useful, edge.target().parameters().get(i))) {
            mark(useful, edge.arguments().get(i));
          }
        }
      }
      for (Instruction instruction : block.instructions().reversed()) {
        if (instruction.op() instanceof Op.Call
            ? isUsefulCall(instruction)
            : has(useful, target(instruction))) {
          instruction.operands().forEach(x -> mark(useful, x));
        }
      }
    }
  }

  /** Whether it is a double, which has an adjoint of its own. */
  static boolean isNumber(Value value) {
    return value.type().equals(Type.F64);
  }
}
