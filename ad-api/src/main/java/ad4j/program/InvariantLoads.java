package ad4j.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loads an element once before a loop where each turn loads the same: what the loop stores goes to
 * other arrays. Where it is not certain that the element is there, only if there is a first turn.
 * The JVM does so only where it is certain that arrays differ, which it cannot know of what a
 * method is given. Cost: linear in the size of the Program, times the depth of its loops.
 */
public final class InvariantLoads extends Copy {
  /** What is loaded before each loop, by its header. */
  private final Map<Block, Found> found;

  private final Map<Instruction, Variable> loaded = new HashMap<>();

  /**
   * What is loaded before a loop.
   *
   * @param certain loads of elements that are there even if the loop does not turn
   * @param others the other loads, made in the first turn
   */
  private record Found(
      Loop loop, @Nullable FirstTurn first, List<Instruction> certain, List<Instruction> others) {
    boolean isEmpty() {
      return certain.isEmpty() && others.isEmpty();
    }
  }

  private InvariantLoads(Program program, ProgramBuilder builder, Map<Block, Found> found) {
    super(program, builder, parameters(program, builder));
    this.found = found;
    for (Found each : found.values()) {
      for (Instruction load : each.certain) {
        loaded.put(load, new Variable(load.type(), ""));
      }
      for (Instruction load : each.others) {
        loaded.put(load, new Variable(load.type(), ""));
      }
    }
  }

  /** The same Program with fewer loads; and so the routines that it calls. */
  public static Program of(Program program) {
    return Routines.keepingFailures(program, InvariantLoads::alone);
  }

  private static Program alone(Program program, boolean distinct) {
    Program inForm = LoopForm.of(program);
    Map<Block, Found> found = find(inForm, distinct);
    if (found.isEmpty()) {
      return program;
    }
    ProgramBuilder builder = new ProgramBuilder(program.name(), program.results());
    new InvariantLoads(inForm, builder, found).run();
    return builder.buildKeepingFailures();
  }

  private static Map<Block, Found> find(Program program, boolean distinct) {
    Map<Block, Found> all = new HashMap<>();
    Flow flow = new Flow(program);
    if (flow.loops().isEmpty()) {
      return all;
    }
    Regions regions = new Regions(program, distinct);
    Bounds bounds = new Bounds(flow, new Counting(flow), regions);
    for (Loop loop : flow.loops()) {
      FirstTurn first = FirstTurn.of(loop);
      List<Instruction> certain = new ArrayList<>(loads(loop, flow, regions));
      List<Instruction> others = new ArrayList<>(certain);
      certain.removeIf(load -> !isCertain(load, loop, flow, bounds));
      others.removeAll(certain);
      Found one = new Found(loop, first, certain, first == null ? List.of() : others);
      if (!one.isEmpty()) {
        all.put(loop.header(), one);
      }
    }
    return all;
  }

  /** Whether the element is there wherever the loop is entered. */
  private static boolean isCertain(Instruction load, Loop loop, Flow flow, Bounds bounds) {
    Value array = load.operand(0);
    return flow.sources(loop.header()).stream()
        .filter(source -> !loop.contains(source))
        .allMatch(
            source ->
                bounds.isSome(array, source) && bounds.isIndex(load.operand(1), array, source));
  }

  /**
   * What a loop changes.
   *
   * @param values what is computed in it
   * @param stored the arrays that it stores to
   * @param storesDoubles whether an array of doubles is among them: else the JVM sees what stays
   */
  private record Changes(Set<Value> values, Set<Regions.Region> stored, boolean storesDoubles) {
    /** Of a loop that calls nothing and is left in its header only; null of others. */
    static @Nullable Changes of(Loop loop, Regions regions) {
      Set<Value> values = new HashSet<>();
      Set<Regions.Region> stored = new HashSet<>();
      boolean doubles = false;
      for (Block block : loop.blocks()) {
        boolean leaves = block.edges().stream().anyMatch(edge -> !loop.contains(edge.target()));
        if (leaves && block != loop.header()) {
          return null;
        }
        values.addAll(block.parameters());
        values.addAll(block.instructions());
        for (Instruction instruction : block.instructions()) {
          Value target =
              switch (instruction.op()) {
                case Op.Store _, Op.Fill _ -> instruction.operand(0);
                case Op.Move _ -> instruction.operand(2);
                default -> null;
              };
          if (instruction.op() instanceof Op.Call) {
            return null;
          }
          if (target != null) {
            stored.add(regions.of(target));
            doubles |= target.type().equals(Type.F64_ARRAY);
          }
        }
      }
      return new Changes(values, stored, doubles);
    }

    boolean isInvariant(Instruction load, Regions regions) {
      return !stored.contains(regions.of(load.operand(0)))
          && load.operands().stream().noneMatch(values::contains);
    }
  }

  /** The loads that each turn comes by and that always give the same. */
  private static List<Instruction> loads(Loop loop, Flow flow, Regions regions) {
    List<Instruction> loads = new ArrayList<>();
    Changes changes = Changes.of(loop, regions);
    if (changes == null || !changes.storesDoubles) {
      return loads;
    }
    for (Block block : loop.blocks()) {
      if (block != loop.header() && isInEachTurn(block, loop, flow)) {
        for (Instruction instruction : block.instructions()) {
          if (instruction.op() instanceof Op.Load
              && instruction.type().equals(Type.F64)
              && changes.isInvariant(instruction, regions)) {
            loads.add(instruction);
          }
        }
      }
    }
    return loads;
  }

  private static boolean isInEachTurn(Block block, Loop loop, Flow flow) {
    return flow.sources(loop.header()).stream()
        .filter(loop::contains)
        .allMatch(latch -> flow.dominates(block, latch));
  }

  @Override
  protected Value instruction(Instruction instruction) {
    Variable variable = loaded.get(instruction);
    return variable == null ? super.instruction(instruction) : builder().get(variable);
  }

  @Override
  protected void passed(Block from, Edge edge) {
    Found entered = found.get(edge.target());
    if (entered == null || entered.loop.contains(from)) {
      return;
    }
    entered.certain.forEach(this::loadNow);
    FirstTurn first = entered.first;
    if (first != null && !entered.others.isEmpty()) {
      for (Instruction load : entered.others) {
        builder().set(variable(load), Constant.ZERO);
      }
      first.enter(builder(), edge, this::copy, () -> entered.others.forEach(this::loadNow));
    }
  }

  private void loadNow(Instruction load) {
    builder().set(variable(load), super.instruction(load));
  }

  private Variable variable(Instruction load) {
    return Objects.requireNonNull(loaded.get(load));
  }
}
