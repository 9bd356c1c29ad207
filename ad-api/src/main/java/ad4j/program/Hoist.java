package ad4j.program;

import ad4j.op.Arithmetic;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves what does not change in a loop before it: lengths, index arithmetic, sums and products. For
 * Programs in {@linkplain LoopForm loop form}.
 */
public final class Hoist extends Copy {
  private final Flow flow;

  /** The innermost loop that each copied value is in. */
  private final Map<Value, Loop> places = new HashMap<>();

  private Hoist(Program program, ProgramBuilder builder) {
    super(program, builder, parameters(program, builder));
    flow = new Flow(program);
  }

  /** The same Program, with less in its loops. */
  public static Program of(Program program) {
    ProgramBuilder builder = new ProgramBuilder(program.name(), program.results());
    Hoist hoist = new Hoist(program, builder);
    hoist.run();
    return builder.build();
  }

  private @Nullable Block block;

  @Override
  protected void begin(Block next) {
    block = next;
    super.begin(next);
    Loop loop = flow.loop(next);
    if (loop != null) {
      next.parameters().forEach(parameter -> places.put(parameter, loop));
    }
  }

  @Override
  protected Value instruction(Instruction instruction) {
    Block here = block;
    Loop loop = here == null ? null : flow.loop(here);
    Loop target = null;
    Loop place = loop;
    while (place != null && mayMove(instruction, here, place) && isInvariant(instruction, place)) {
      target = place;
      place = place.parent();
    }
    if (place != null) {
      places.put(instruction, place);
    }
    if (target == null) {
      return super.instruction(instruction);
    }
    Draft draft = builder().current();
    builder().into(draft(before(target)));
    Value moved = super.instruction(instruction);
    builder().at(draft);
    return moved;
  }

  private boolean isInvariant(Instruction instruction, Loop loop) {
    return instruction.operands().stream().noneMatch(x -> loop.encloses(places.get(x)));
  }

  private Block before(Loop loop) {
    for (Block source : flow.sources(loop.header())) {
      if (!loop.contains(source)) {
        return source;
      }
    }
    return program().entry();
  }

  private static boolean mayMove(Instruction instruction, @Nullable Block here, Loop loop) {
    return switch (instruction.op()) {
      case Op.Length _ -> here == loop.header();
      case Op.Integral integral -> !integral.kind().mayFail();
      case Op.Compare _, Op.Convert _, Op.Narrow _ -> true;
      case Op.Apply apply ->
          apply.operator() == Arithmetic.ADD
              || apply.operator() == Arithmetic.SUB
              || apply.operator() == Arithmetic.MUL
              || apply.operator() == Arithmetic.NEG;
      default -> false;
    };
  }
}
