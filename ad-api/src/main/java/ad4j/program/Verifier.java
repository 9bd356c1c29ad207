package ad4j.program;

import ad4j.error.ProgramException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a Program, with the routines that it calls, is well-formed: types, one definition of
 * each value that comes before all uses, blocks in reverse postorder, jumps with what their targets
 * want. What a pass gives passes.
 */
public final class Verifier {
  private final Program program;
  private final Set<Routine> seen;
  private final Map<Value, Block> definitions = new HashMap<>();
  private final Map<Value, Integer> places = new HashMap<>();

  private Verifier(Program program, Set<Routine> seen) {
    this.program = program;
    this.seen = seen;
  }

  /**
   * Returns {@code program} if it is well-formed.
   *
   * @throws ProgramException with program, block and instruction if it is not
   */
  public static Program verify(Program program) {
    new Verifier(program, new HashSet<>()).verify();
    return program;
  }

  private void verify() {
    require(!program.blocks().isEmpty(), null, "no blocks");
    for (int i = 0; i < program.blocks().size(); i++) {
      Block block = program.blocks().get(i);
      require(block.index() == i, block, "stands at place " + i);
      block.parameters().forEach(parameter -> define(parameter, block, -1));
      for (int j = 0; j < block.instructions().size(); j++) {
        define(block.instructions().get(j), block, j);
      }
      block.edges().forEach(edge -> requireTarget(block, edge));
    }
    Flow flow = new Flow(program);
    for (Block block : program.blocks()) {
      requireReached(flow, block);
      verify(flow, block);
    }
  }

  private void requireTarget(Block block, Edge edge) {
    Block target = edge.target();
    boolean known =
        target.index() < program.blocks().size() && program.blocks().get(target.index()) == target;
    require(known, block, "jumps to " + target + " of another Program");
    require(target != program.entry(), block, "jumps to the entry");
  }

  private void define(Value value, Block block, int place) {
    require(definitions.put(value, block) == null, block, "a value is defined twice", place);
    places.put(value, place);
  }

  private void requireReached(Flow flow, Block block) {
    boolean reached =
        block == program.entry()
            || flow.sources(block).stream().anyMatch(source -> source.index() < block.index());
    require(reached, block, "comes before all that jump to it");
  }

  private void verify(Flow flow, Block block) {
    List<Instruction> body = block.instructions();
    for (int i = 0; i < body.size(); i++) {
      Instruction instruction = body.get(i);
      for (Value operand : instruction.operands()) {
        requireDefined(flow, operand, block, i);
      }
      String problem = Signature.problem(instruction);
      require(problem == null, block, Mnemonic.of(instruction) + ": " + problem, i);
      if (instruction.op() instanceof Op.Call(Routine routine)) {
        verify(routine, block, i);
      }
    }
    int end = body.size();
    block.end().operands().forEach(operand -> requireDefined(flow, operand, block, end));
    for (Edge edge : block.edges()) {
      verify(flow, block, edge);
    }
    verifyEnd(block);
  }

  private void requireDefined(Flow flow, Value value, Block block, int place) {
    if (value instanceof Constant constant) {
      require(fits(constant), block, "the constant " + constant + " is no " + value.type(), place);
      return;
    }
    Block from = definitions.get(value);
    if (from == null) {
      throw failure(block, "reads a value that no block defines", place);
    }
    boolean before = from == block ? places.getOrDefault(value, place) < place : true;
    require(
        before && flow.dominates(from, block),
        block,
        "reads a value of " + from + " that is not there yet",
        place);
  }

  private static boolean fits(Constant constant) {
    return switch (constant.number()) {
      case null -> constant.type().isArray();
      case Double _ -> constant.type().equals(Type.F64);
      case Integer _ -> constant.type().equals(Type.I32);
      case Long _ -> constant.type().equals(Type.I64);
      default -> false;
    };
  }

  private void verify(Flow flow, Block block, Edge edge) {
    edge.arguments()
        .forEach(value -> requireDefined(flow, value, block, block.instructions().size()));
    List<Type> given = types(edge.arguments());
    List<Type> wanted = types(edge.target().parameters());
    require(given.equals(wanted), block, "gives " + given + " to " + edge.target() + wanted);
  }

  private void verifyEnd(Block block) {
    switch (block.end()) {
      case Terminator.Branch branch -> requireInt(block, branch.condition());
      case Terminator.Switch choice -> {
        requireInt(block, choice.selector());
        boolean distinct = new HashSet<>(choice.keys()).size() == choice.keys().size();
        boolean paired = choice.keys().size() == choice.targets().size();
        require(distinct && paired, block, "a switch with keys " + choice.keys());
      }
      case Terminator.Return back -> {
        List<Type> given = types(back.values());
        require(
            given.equals(program.results()),
            block,
            "returns " + given + ", not " + program.results());
      }
      case Terminator.Jump _, Terminator.Throw _ -> {}
    }
  }

  private void requireInt(Block block, Value value) {
    require(value.type().equals(Type.I32), block, "decides by a value of type " + value.type());
  }

  private void verify(Routine routine, Block block, int place) {
    require(routine.isDefined(), block, "routine " + routine.name() + " has no body", place);
    if (seen.add(routine)) {
      Program body = routine.body();
      new Verifier(body, seen).verify();
      boolean same =
          types(body.parameters()).equals(routine.parameters())
              && body.results().equals(routine.results());
      require(same, block, "routine " + routine.name() + " is not of the types of its body", place);
    }
  }

  private static List<Type> types(List<? extends Value> values) {
    return values.stream().<Type>map(Value::type).toList();
  }

  private void require(boolean holds, @Nullable Block block, String what) {
    if (!holds) {
      throw new ProgramException(program.name() + (block == null ? "" : " " + block) + ": " + what);
    }
  }

  private void require(boolean holds, Block block, String what, int place) {
    if (!holds) {
      throw failure(block, what, place);
    }
  }

  private ProgramException failure(Block block, String what, int place) {
    String where = program.name() + " " + block;
    return new ProgramException(where + ", instruction " + (place + 1) + ": " + what);
  }
}
