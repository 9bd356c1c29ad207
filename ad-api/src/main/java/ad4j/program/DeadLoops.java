package ad4j.program;

import ad4j.op.Comparison;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out loops that compute nothing: that store nothing, call nothing, throw nothing, give
 * nothing to what comes after, and are certain to end, because they count.
 */
public final class DeadLoops extends Copy {
  private final Map<Block, Edge> exits = new HashMap<>();

  private DeadLoops(Program program, ProgramBuilder builder, Map<Block, Edge> exits) {
    super(program, builder, parameters(program, builder));
    this.exits.putAll(exits);
  }

  /**
   * The Program without them, nor those around them that are left empty; and so the routines that
   * it calls.
   */
  public static Program remove(Program program) {
    return Routines.each(program, DeadLoops::alone);
  }

  private static Program alone(Program program, boolean distinct) {
    Program result = program;
    for (Program next = next(result, distinct); next != null; next = next(result, distinct)) {
      result = next;
    }
    return result;
  }

  /** The Program without some of its dead loops, or null if there are none. */
  private static @Nullable Program next(Program program, boolean distinct) {
    Program source = program;
    Map<Block, Edge> exits = exits(source);
    if (exits.isEmpty()) {
      Program lifted = LiftedChecks.of(Hoist.of(LoopForm.of(program)));
      if (lifted == null) {
        return null;
      }
      source = lifted;
      exits = exits(source);
    }
    if (exits.isEmpty()) {
      return null;
    }
    ProgramBuilder builder = new ProgramBuilder(source.name(), source.results());
    new DeadLoops(source, builder, exits).run();
    return Simplify.alone(builder.build(), distinct);
  }

  /** The headers of dead loops, each with the edge that leaves the loop. */
  private static Map<Block, Edge> exits(Program program) {
    Flow flow = new Flow(program);
    Map<Block, Edge> all = new HashMap<>();
    for (Loop loop : flow.loops()) {
      Edge exit = exit(loop, flow);
      if (exit != null && isIdle(loop, flow, false) && !isUsedOutside(program, loop)) {
        all.put(loop.header(), exit);
      }
    }
    return all;
  }

  @Override
  protected void end(Block block) {
    Edge exit = exits.get(block);
    if (exit == null) {
      super.end(block);
    } else {
      builder().jump(way(block, exit));
    }
  }

  @Override
  protected Draft way(Block block, Edge edge) {
    if (!exits.containsKey(block)) {
      return super.way(block, edge);
    }
    for (int i = 0; i < edge.arguments().size(); i++) {
      builder().set(variable(edge.target().parameters().get(i)), copy(edge.arguments().get(i)));
    }
    return target(block, edge.target());
  }

  /** Whether a loop would be dead if its checks were done before it. */
  static boolean isDeadButForChecks(Loop loop, Flow flow) {
    return exit(loop, flow) != null
        && isIdle(loop, flow, true)
        && !isUsedOutside(flow.program(), loop);
  }

  private static boolean isIdle(Loop loop, Flow flow, boolean mayCheck) {
    for (Block block : loop.blocks()) {
      boolean leaves =
          block != loop.header()
              && block.edges().stream().anyMatch(edge -> !loop.contains(edge.target()));
      if (leaves
          || block.edges().isEmpty()
          || flow.loop(block) != loop
          || block.instructions().stream().anyMatch(each -> counts(each, mayCheck))) {
        return false;
      }
    }
    return true;
  }

  private static boolean counts(Instruction instruction, boolean mayCheck) {
    return !instruction.op().isRemovable() && !(mayCheck && LiftedChecks.isCheck(instruction));
  }

  private static boolean isUsedOutside(Program program, Loop loop) {
    Set<Value> own = new HashSet<>();
    for (Block block : loop.blocks()) {
      own.addAll(block.parameters());
      own.addAll(block.instructions());
    }
    for (Block block : program.blocks()) {
      boolean outside = !loop.contains(block);
      boolean used =
          outside
              && (block.end().operands().stream().anyMatch(own::contains)
                  || block.instructions().stream()
                      .anyMatch(each -> each.operands().stream().anyMatch(own::contains)));
      boolean given =
          block.edges().stream()
              .filter(edge -> !loop.contains(edge.target()))
              .anyMatch(edge -> edge.arguments().stream().anyMatch(own::contains));
      if (used || given) {
        return true;
      }
    }
    return false;
  }

  /** The edge that leaves a loop which counts until its header's test fails, or null. */
  private static @Nullable Edge exit(Loop loop, Flow flow) {
    if (!(loop.header().end() instanceof Terminator.Branch(Value test, Edge then, Edge otherwise))
        || loop.contains(then.target()) == loop.contains(otherwise.target())
        || !(test instanceof Instruction compare)
        || !(compare.op() instanceof Op.Compare(Comparison relation))
        || !(compare.operand(0) instanceof Parameter counter)
        || !counter.type().equals(Type.I32)) {
      return null;
    }
    boolean inside = loop.contains(then.target());
    Comparison stays = inside ? relation : relation.opposite();
    Value bound = compare.operand(1);
    return isFixed(bound, loop) && ends(stays, bound, step(counter, loop, flow))
        ? (inside ? otherwise : then)
        : null;
  }

  private static boolean isFixed(Value bound, Loop loop) {
    return loop.blocks().stream()
        .noneMatch(
            block ->
                block.instructions().stream().anyMatch(each -> each == bound)
                    || block.parameters().stream().anyMatch(each -> each == bound));
  }

  /** What is added to the counter in each turn; 0 if that is not always the same. */
  private static int step(Parameter counter, Loop loop, Flow flow) {
    int place = loop.header().parameters().indexOf(counter);
    int common = 0;
    for (Block source : flow.sources(loop.header())) {
      if (place < 0 || !loop.contains(source)) {
        continue;
      }
      for (Edge edge : source.edges()) {
        if (edge.target() == loop.header()) {
          int step = step(counter, edge.arguments().get(place));
          if (step == 0 || (common != 0 && common != step)) {
            return 0;
          }
          common = step;
        }
      }
    }
    return common;
  }

  private static int step(Parameter counter, Value next) {
    if (next instanceof Instruction sum
        && sum.op() instanceof Op.Integral(IntegralOp kind)
        && sum.operand(0) == counter
        && sum.operand(1) instanceof Constant constant
        && constant.number() instanceof Integer number) {
      return kind == IntegralOp.ADD ? number : kind == IntegralOp.SUB ? -number : 0;
    }
    return 0;
  }

  /** Whether counting by this step comes past the bound, whatever it is, without a wrap. */
  private static boolean ends(Comparison relation, Value bound, int step) {
    long limit =
        bound instanceof Constant constant && constant.number() instanceof Integer number
            ? number
            : step > 0 ? Integer.MAX_VALUE : Integer.MIN_VALUE;
    return switch (relation) {
      case LESS -> step > 0 && limit - 1 + step <= Integer.MAX_VALUE;
      case AT_MOST -> step > 0 && limit + step <= Integer.MAX_VALUE;
      case GREATER -> step < 0 && limit + 1 + step >= Integer.MIN_VALUE;
      case AT_LEAST -> step < 0 && limit + step >= Integer.MIN_VALUE;
      case NOT_EQUAL -> step == 1 || step == -1;
      case EQUAL -> false;
    };
  }
}
