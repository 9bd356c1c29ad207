package ad4j.reverse.program;

import ad4j.program.Block;
import ad4j.program.Edge;
import ad4j.program.Instruction;
import ad4j.program.Loop;
import ad4j.program.Op;
import ad4j.program.Parameter;
import ad4j.program.Regions;
import ad4j.program.Terminator;
import ad4j.program.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the loops whose turns are independent but for sums, the adjoints of which are known before
 * the loop begins: each turn can be pulled back as soon as it has run, and nothing is kept for all
 * of them.
 */
final class Fusion {
  private final Analysis analysis;
  private final Uses uses;
  private final Accumulators accumulators;

  private Fusion(Analysis analysis) {
    this.analysis = analysis;
    this.uses = new Uses(analysis, analysis.program());
    this.accumulators = new Accumulators(analysis, uses);
  }

  /** The loops of a Program, in loop form, that can be fused. */
  static List<FusedLoop> find(Analysis analysis) {
    Fusion fusion = new Fusion(analysis);
    List<FusedLoop> all = new ArrayList<>();
    for (Loop loop : analysis.flow().loops()) {
      FusedLoop fused = loop.parent() == null ? fusion.fused(loop) : null;
      if (fused != null) {
        all.add(fused);
      }
    }
    return all;
  }

  private @Nullable FusedLoop fused(Loop loop) {
    Block header = loop.header();
    if (!(header.end() instanceof Terminator.Branch branch)
        || !analysis.returns(header)
        || header.parameters().stream().anyMatch(parameter -> parameter.type().isArray())
        || header.instructions().stream().anyMatch(this::isActive)) {
      return null;
    }
    boolean stays = loop.contains(branch.then().target());
    Edge inwards = stays ? branch.then() : branch.otherwise();
    Edge outwards = stays ? branch.otherwise() : branch.then();
    if (!loop.contains(inwards.target())
        || loop.contains(outwards.target())
        || !inwards.arguments().isEmpty()) {
      return null;
    }
    List<Block> blocks = turn(loop, inwards.target());
    ExitAdjoints exit = new ExitAdjoints(analysis, uses, accumulators, loop, outwards.target());
    Map<Parameter, List<ExitAdjoints.Way>> sums = sums(loop, exit);
    return sums == null
            || sums.isEmpty()
            || analysis.counting().leavesElsewhere(loop)
            || !isIndependent(loop, blocks)
        ? null
        : new FusedLoop(analysis, loop, blocks, sums, exit, scratch(blocks));
  }

  private boolean isActive(Instruction instruction) {
    return switch (instruction.op()) {
      case Op.Store _, Op.Fill _ -> analysis.hasShadow(instruction.operand(0));
      case Op.Move _ -> analysis.hasShadow(instruction.operand(2));
      default -> instruction.type().isReal() && analysis.isActive(instruction);
    };
  }

  /** The blocks of a turn but the header, and those that they fail in. */
  private List<Block> turn(Loop loop, Block first) {
    Set<Block> reached = new HashSet<>();
    Deque<Block> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      Block block = open.remove();
      if (block != loop.header() && reached.add(block)) {
        block.edges().forEach(edge -> open.add(edge.target()));
      }
    }
    return analysis.program().blocks().stream().filter(reached::contains).toList();
  }

  /** The active parameters of the header with their adjoints; null if one is no sum. */
  private @Nullable Map<Parameter, List<ExitAdjoints.Way>> sums(Loop loop, ExitAdjoints exit) {
    Map<Parameter, List<ExitAdjoints.Way>> sums = new LinkedHashMap<>();
    for (Parameter parameter : loop.header().parameters()) {
      if (analysis.isActive(parameter)) {
        List<ExitAdjoints.Way> ways =
            accumulators.isSum(parameter, loop) ? exit.ways(parameter) : null;
        if (ways == null) {
          return null;
        }
        sums.put(parameter, ways);
      }
    }
    return sums;
  }

  /** Whether arrays carry no derivatives from turn to turn, nor from the loop to what follows. */
  private boolean isIndependent(Loop loop, List<Block> blocks) {
    List<Value> arrays = new ArrayList<>(Turn.given(blocks));
    arrays.removeIf(value -> !value.type().isArray());
    Set<Regions.Region> stored = new HashSet<>();
    Set<Value> made = new HashSet<>();
    for (Block block : blocks) {
      made.addAll(block.instructions());
      for (Instruction instruction : block.instructions()) {
        if (instruction.op() instanceof Op.Call
            || instruction.op() instanceof Op.Held
            || instruction.op() instanceof Op.Grow) {
          return false;
        }
        stored.addAll(analysis.stored(instruction));
      }
    }
    return stored.stream().allMatch(region -> isOwn(region, arrays, made, loop))
        && arrays.stream().allMatch(array -> !analysis.hasShadow(array) || isFinal(array, loop));
  }

  /** Whether a loop may store to these arrays: to no others, and to active ones as to scratch. */
  private boolean isOwn(Regions.Region region, List<Value> arrays, Set<Value> made, Loop loop) {
    List<Value> carriers = arrays.stream().filter(array -> levels(array).contains(region)).toList();
    if (carriers.isEmpty()) {
      return made.containsAll(region.origins());
    }
    Value array = carriers.getFirst();
    return carriers.size() == 1
        && (!analysis.hasShadow(array) || new Scratch(analysis, loop).is(array));
  }

  /** The regions of an array and of all that it holds. */
  private Set<Regions.Region> levels(Value array) {
    Set<Regions.Region> all = new HashSet<>();
    for (int level = 1; level <= array.type().rank(); level++) {
      all.add(analysis.regions().innermost(analysis.regions().of(array), level));
    }
    return all;
  }

  /** Whether nothing stores to an array, or to what it holds, when a loop has ended. */
  private boolean isFinal(Value array, Loop loop) {
    Set<Regions.Region> levels = levels(array);
    Set<Block> seen = new HashSet<>(loop.blocks());
    Deque<Block> open = new ArrayDeque<>();
    loop.header().edges().forEach(edge -> open.add(edge.target()));
    while (!open.isEmpty()) {
      Block block = open.remove();
      if (seen.add(block)) {
        for (Instruction instruction : block.instructions()) {
          if (analysis.stored(instruction).stream().anyMatch(levels::contains)) {
            return false;
          }
        }
        block.edges().forEach(edge -> open.add(edge.target()));
      }
    }
    return true;
  }

  /** The active arrays that the turns work in: all that they store to. */
  private Set<Value> scratch(List<Block> blocks) {
    Set<Regions.Region> stored = new HashSet<>();
    for (Block block : blocks) {
      block.instructions().forEach(instruction -> stored.addAll(analysis.stored(instruction)));
    }
    return Turn.given(blocks).stream()
        .filter(value -> value.type().isArray() && analysis.hasShadow(value))
        .filter(array -> stored.contains(analysis.regions().of(array)))
        .collect(Collectors.toSet());
  }
}
