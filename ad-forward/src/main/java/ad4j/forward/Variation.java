package ad4j.forward;

import ad4j.program.Block;
import ad4j.program.Constant;
import ad4j.program.Edge;
import ad4j.program.Instruction;
import ad4j.program.Op;
import ad4j.program.Parameter;
import ad4j.program.Program;
import ad4j.program.Regions;
import ad4j.program.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What depends on the active parameters: doubles one by one, arrays by region, all levels of an
 * array of arrays at once.
 */
final class Variation {
  private final Regions regions;
  private final Set<Object> varied = new HashSet<>();
  private boolean changed;

  Variation(Program program, List<Parameter> active) {
    regions = new Regions(program);
    active.forEach(this::mark);
    do {
      changed = false;
      program.blocks().forEach(this::pass);
    } while (changed);
  }

  /** Whether a double has a tangent that may differ from 0, or an array has a shadow. */
  boolean isVaried(Value value) {
    return value.type().isReal() && !(value instanceof Constant) && varied.contains(key(value));
  }

  /** Whether a call is of the pushforward of its routine. */
  boolean isVariedCall(Instruction call) {
    return varied.contains(call) || call.operands().stream().anyMatch(this::isVaried);
  }

  private Object key(Value value) {
    return value.type().isArray()
        ? regions.innermost(regions.of(value), value.type().rank())
        : value;
  }

  private void mark(Value value) {
    if (value.type().isReal() && !(value instanceof Constant)) {
      changed |= varied.add(key(value));
    }
  }

  private void pass(Block block) {
    for (Instruction instruction : block.instructions()) {
      pass(instruction);
    }
    for (Edge edge : block.edges()) {
      for (int i = 0; i < edge.arguments().size(); i++) {
        if (isVaried(edge.arguments().get(i))) {
          mark(edge.target().parameters().get(i));
        }
      }
    }
  }

  private void pass(Instruction instruction) {
    List<Value> operands = instruction.operands();
    switch (instruction.op()) {
      case Op.Apply _ -> markIf(operands.stream().anyMatch(this::isVaried), instruction);
      case Op.Load _, Op.Copy _, Op.Grow _ -> markIf(isVaried(operands.getFirst()), instruction);
      case Op.Store _ -> markIf(isVaried(operands.get(2)), operands.getFirst());
      case Op.Fill _ -> markIf(isVaried(operands.get(3)), operands.getFirst());
      case Op.Move _ -> markIf(isVaried(operands.getFirst()), operands.get(2));
      case Op.Call _ -> call(instruction);
      case Op.Result _ -> result(instruction, (Instruction) operands.getFirst());
      case Op.Integral _,
          Op.Compare _,
          Op.Convert _,
          Op.Narrow _,
          Op.New _,
          Op.ZeroLike _,
          Op.Length _,
          Op.Held _,
          Op.Check _,
          Op.Guard _ -> {}
    }
  }

  private void markIf(boolean holds, Value value) {
    if (holds) {
      mark(value);
    }
  }

  /** Who calls a pushforward gives it shadows of all arrays, and takes tangents of all results. */
  private void call(Instruction call) {
    if (isVariedCall(call) || isVaried(call)) {
      changed |= varied.add(call);
      mark(call);
      call.operands().stream().filter(value -> value.type().isArray()).forEach(this::mark);
    }
  }

  private void result(Instruction result, Instruction call) {
    if (isVaried(result) && result.type().isArray()) {
      changed |= varied.add(call);
    }
    markIf(isVariedCall(call), result);
  }
}
