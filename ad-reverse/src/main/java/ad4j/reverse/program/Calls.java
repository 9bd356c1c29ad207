package ad4j.reverse.program;

import ad4j.program.Block;
import ad4j.program.Instruction;
import ad4j.program.Op;
import ad4j.program.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The results of the calls in a Program. */
final class Calls {
  private final Map<Instruction, List<Instruction>> results = new HashMap<>();

  Calls(Program program) {
    for (Block block : program.blocks()) {
      for (Instruction instruction : block.instructions()) {
        switch (instruction.op()) {
          case Op.Call(var routine) when routine.results().size() == 1 ->
              results.put(instruction, List.of(instruction));
          case Op.Result _ ->
              results
                  .computeIfAbsent((Instruction) instruction.operand(0), key -> new ArrayList<>())
                  .add(instruction);
          default -> {}
        }
      }
    }
  }

  /** The instructions that take the results of a call, or the call if it has one. */
  List<Instruction> results(Instruction call) {
    return results.getOrDefault(call, List.of());
  }
}
