package ad4j.program;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out stores to arrays whose elements nobody needs: that are made within the Program, and
 * read for nothing but what is stored to such arrays again. Failures of such stores are left out,
 * too: those of the source have a {@link Op.Check} of their own.
 */
public final class DeadStores extends Copy {
  private final Needs needs;

  private DeadStores(Program program, ProgramBuilder builder, Needs needs) {
    super(program, builder, parameters(program, builder));
    this.needs = needs;
  }

  /** The Program without them; and so the routines that it calls. */
  public static Program remove(Program program) {
    return Routines.each(program, DeadStores::alone);
  }

  private static Program alone(Program program, boolean distinct) {
    Needs needs = new Needs(program, distinct);
    if (!needs.leavesOut()) {
      return program;
    }
    ProgramBuilder builder = new ProgramBuilder(program.name(), program.results());
    new DeadStores(program, builder, needs).run();
    return Simplify.alone(builder.build(), distinct);
  }

  @Override
  protected Value instruction(Instruction instruction) {
    if (!needs.isDead(instruction)) {
      return super.instruction(instruction);
    }
    return instruction.op() instanceof Op.Grow ? copy(instruction.operand(0)) : instruction;
  }

  /** What is needed: values, and the elements of arrays by region. */
  private static final class Needs {
    private final Regions regions;
    private final Map<Parameter, List<Value>> arriving = new HashMap<>();
    private final Map<Regions.Region, List<Instruction>> writes = new HashMap<>();
    private final Set<Value> needed = new HashSet<>();
    private final Set<Regions.Region> read = new HashSet<>();
    private final Deque<Value> open = new ArrayDeque<>();

    Needs(Program program, boolean distinct) {
      regions = new Regions(program, distinct);
      program.blocks().forEach(this::collect);
      program.parameters().forEach(this::elements);
      for (Block block : program.blocks()) {
        open.addAll(block.end().operands());
        if (block.end() instanceof Terminator.Return(List<Value> values)) {
          values.forEach(this::elements);
        }
        block.instructions().stream()
            .filter(each -> each.op() instanceof Op.Call || LiftedChecks.isCheck(each))
            .forEach(open::add);
      }
      while (!open.isEmpty()) {
        Value value = open.remove();
        if (needed.add(value)) {
          need(value);
        }
      }
    }

    private void collect(Block block) {
      for (Instruction instruction : block.instructions()) {
        Value target = target(instruction);
        if (target != null) {
          writes.computeIfAbsent(regions.of(target), key -> new ArrayList<>()).add(instruction);
        }
      }
      for (Edge edge : block.edges()) {
        for (int i = 0; i < edge.arguments().size(); i++) {
          Parameter parameter = edge.target().parameters().get(i);
          arriving
              .computeIfAbsent(parameter, key -> new ArrayList<>())
              .add(edge.arguments().get(i));
        }
      }
    }

    boolean leavesOut() {
      return writes.keySet().stream().anyMatch(region -> !read.contains(region));
    }

    boolean isDead(Instruction instruction) {
      Value target = target(instruction);
      return target != null && !read.contains(regions.of(target));
    }

    /** The array whose elements an instruction changes, or keeps. */
    private static @Nullable Value target(Instruction instruction) {
      Value array =
          switch (instruction.op()) {
            case Op.Store _, Op.Fill _, Op.Grow _ -> instruction.operand(0);
            case Op.Move _ -> instruction.operand(2);
            default -> null;
          };
      return array instanceof Constant ? null : array;
    }

    private void need(Value value) {
      switch (value) {
        case Parameter parameter -> open.addAll(arriving.getOrDefault(parameter, List.of()));
        case Instruction instruction -> {
          open.addAll(instruction.operands());
          switch (instruction.op()) {
            case Op.Load _, Op.Move _, Op.Copy _, Op.ZeroLike _ -> elements(instruction.operand(0));
            case Op.Call _ -> {
              elements(instruction);
              instruction.operands().forEach(this::elements);
            }
            default -> {}
          }
        }
        case Constant _ -> {}
      }
    }

    /** All elements of an array are needed, down to the numbers. */
    private void elements(Value array) {
      if (array.type().isArray() && !(array instanceof Constant)) {
        Regions.Region region = regions.of(array);
        for (int rank = 1; rank <= array.type().rank(); rank++) {
          Regions.Region level = regions.innermost(region, rank);
          if (read.add(level)) {
            open.addAll(writes.getOrDefault(level, List.of()));
          }
        }
      }
    }
  }
}
