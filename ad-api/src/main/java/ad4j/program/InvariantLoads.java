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
 * Loads an element once before a loop, if there is a first turn, where each turn loads the same:
 * what the loop stores goes to other arrays. The JVM does so only where it is certain that arrays
 * differ, which it cannot know of what a method is given. Cost: linear in the size of the Program,
 * times the depth of its loops.
 */
public final class InvariantLoads extends Copy {
  /** What is loaded before each loop, by its header. */
  private final Map<Block, Found> found;

  private final Map<Instruction, Variable> loaded = new HashMap<>();

  private record Found(Loop loop, FirstTurn first, List<Instruction> loads) {}

  private InvariantLoads(Program program, ProgramBuilder builder, Map<Block, Found> found) {
    super(program, builder, parameters(program, builder));
    this.found = found;
    for (Found each : found.values()) {
      each.loads.forEach(load -> loaded.put(load, new Variable(load.type(), "")));
    }
  }

  /** The same Program with fewer loads; and so the routines that it calls. */
  public static Program of(Program program) {
    return Routines.keepingFailures(program, InvariantLoads::alone);
  }

  private static Program alone(Program program, boolean distinct) {
    Map<Block, Found> found = find(program, distinct);
    if (found.isEmpty()) {
      return program;
    }
    ProgramBuilder builder = new ProgramBuilder(program.name(), program.results());
    new InvariantLoads(program, builder, found).run();
    return builder.buildKeepingFailures();
  }

  private static Map<Block, Found> find(Program program, boolean distinct) {
    Map<Block, Found> all = new HashMap<>();
    Flow flow = new Flow(program);
    if (flow.loops().isEmpty()) {
      return all;
    }
    Regions regions = new Regions(program, distinct);
    for (Loop loop : flow.loops()) {
      FirstTurn first = FirstTurn.of(loop);
      List<Instruction> loads = first == null ? List.of() : loads(loop, flow, regions);
      if (first != null && !loads.isEmpty()) {
        all.put(loop.header(), new Found(loop, first, loads));
      }
    }
    return all;
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
    for (Instruction load : entered.loads) {
      builder().set(variable(load), Constant.ZERO);
    }
    entered.first.enter(
        builder(),
        edge,
        this::copy,
        () -> {
          for (Instruction load : entered.loads) {
            builder().set(variable(load), super.instruction(load));
          }
        });
  }

  private Variable variable(Instruction load) {
    return Objects.requireNonNull(loaded.get(load));
  }
}
