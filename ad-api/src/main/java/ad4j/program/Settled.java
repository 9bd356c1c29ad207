package ad4j.program;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A Program without the checks that something which is done anyway makes superfluous. */
final class Settled extends Copy {
  private final Known done;
  private final Map<Block, Set<Known.Key>> within = new HashMap<>();
  private Block block;

  private Settled(Program program, ProgramBuilder builder) {
    super(program, builder, parameters(program, builder));
    Flow flow = new Flow(program);
    done = new Known(flow);
    block = program.entry();
    for (Block each : program.blocks()) {
      Set<Known.Key> keys = new HashSet<>();
      each.instructions().forEach(instruction -> keys.addAll(done(instruction)));
      within.put(each, keys);
    }
  }

  static Program of(Program program) {
    ProgramBuilder builder = new ProgramBuilder(program.name(), program.results());
    new Settled(program, builder).run();
    return builder.build();
  }

  @Override
  protected void begin(Block next) {
    block = next;
    super.begin(next);
    within.getOrDefault(next, Set.of()).forEach(key -> done.add(key, next, Constant.ZERO));
  }

  @Override
  protected Value instruction(Instruction instruction) {
    return instruction.op() instanceof Op.Check(Op op, Type _)
            && done.find(key(op, instruction.operands()), block) != null
        ? Constant.ZERO
        : super.instruction(instruction);
  }

  /** What an instruction would fail by. */
  private static List<Known.Key> done(Instruction instruction) {
    List<Value> operands = instruction.operands();
    return switch (instruction.op()) {
      case Op.Load _, Op.Store _ ->
          List.of(
              key(new Op.Load(), operands.subList(0, 2)),
              key(new Op.Length(), operands.subList(0, 1)));
      case Op.Length _, Op.Copy _, Op.Fill _ ->
          List.of(key(new Op.Length(), operands.subList(0, 1)));
      case Op.Integral _ ->
          instruction.mayFail() ? List.of(key(instruction.op(), operands)) : List.of();
      default -> List.of();
    };
  }

  private static Known.Key key(Op op, List<Value> operands) {
    return new Known.Key(op, Type.VOID, operands, 0);
  }
}
