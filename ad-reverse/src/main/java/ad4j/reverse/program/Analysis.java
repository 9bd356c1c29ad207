package ad4j.reverse.program;

import ad4j.op.Operator;
import ad4j.program.Block;
import ad4j.program.Bounds;
import ad4j.program.Constant;
import ad4j.program.Counting;
import ad4j.program.Edge;
import ad4j.program.Flow;
import ad4j.program.Instruction;
import ad4j.program.Loop;
import ad4j.program.Op;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.Regions;
import ad4j.program.Terminator;
import ad4j.program.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the two halves need to know of a Program in loop form. */
final class Analysis {
  private final Program program;
  private final Flow flow;
  private final Regions regions;
  private final Slopes slopes = new Slopes();
  private final Activity activity;
  private final Counting counting;
  private final Bounds bounds;
  private final Map<Block, List<Block>> sources = new HashMap<>();
  private final Map<Block, Loop> headed = new HashMap<>();
  private final Set<Value> read = new HashSet<>();
  private final Roles roles;
  private final boolean routine;
  private final Calls calls;
  private final List<FusedLoop> fused;
  private @Nullable Undoing undoing;

  /** The arrays of the caller, and what they hold. */
  private final Set<Regions.Region> ofCaller = new HashSet<>();

  /** The arrays that are returned, and what they hold. */
  private final Set<Regions.Region> returned = new HashSet<>();

  /** Looks at a Program, or at the body of a {@code routine}. */
  Analysis(Program program, Roles roles, boolean routine) {
    this.program = program;
    this.roles = roles;
    this.routine = routine;
    flow = new Flow(program);
    regions = new Regions(program, !routine);
    counting = new Counting(flow);
    bounds = new Bounds(flow, counting, regions);
    calls = new Calls(program);
    activity = new Activity(program, roles, regions, slopes, calls, routine);
    for (int i = 0; i < program.parameters().size(); i++) {
      if (!roles.scratch().contains(i)) {
        note(program.parameters().get(i), ofCaller);
      }
    }
    for (Loop loop : flow.loops()) {
      headed.put(loop.header(), loop);
    }
    for (Block block : program.blocks()) {
      sources.put(block, flow.sources(block).stream().distinct().toList());
      if (block.end() instanceof Terminator.Return back) {
        back.values().forEach(value -> note(value, returned));
      }
    }
    fused = routine ? List.of() : Fusion.find(this);
    for (Block block : program.blocks()) {
      if (fused(block) == null) {
        block.instructions().forEach(this::noteReads);
      }
    }
  }

  /** The loop of these in whose turns alone a block runs, or null. */
  @Nullable FusedLoop fused(Block block) {
    for (FusedLoop loop : fused) {
      if (loop.covers(block)) {
        return loop;
      }
    }
    return null;
  }

  /** A loop whose turns are pulled back as soon as they have run; null if it is none. */
  @Nullable FusedLoop fused(@Nullable Loop loop) {
    return fused.stream().filter(one -> one.loop() == loop).findFirst().orElse(null);
  }

  /** Whether a result has an adjoint. */
  boolean isOutput(int result) {
    return roles.outputs().contains(result);
  }

  /** The partial of an instruction that applies an operator, by an operand. */
  Slopes.Slope slope(Instruction instruction, int index) {
    Operator operator = ((Op.Apply) instruction.op()).operator();
    return slopes.of(operator, index, instruction.operands().size());
  }

  /**
   * Builds that partial.
   *
   * @param values gives what it reads, where the builder is
   */
  Value partial(
      Instruction instruction, int index, ProgramBuilder builder, UnaryOperator<Value> values) {
    Set<Integer> reads = slope(instruction, index).reads();
    List<Value> operands = instruction.operands();
    List<Value> at = new ArrayList<>();
    for (int i = 0; i <= operands.size(); i++) {
      Value given = i == operands.size() ? instruction : operands.get(i);
      at.add(
          reads.contains(i)
              ? values.apply(given)
              : given instanceof Constant ? given : Constant.ZERO);
    }
    Operator operator = ((Op.Apply) instruction.op()).operator();
    return builder.partial(operator, index, at.subList(0, operands.size()), at.getLast());
  }

  private void note(Value array, Set<Regions.Region> noted) {
    for (int level = 1; level <= array.type().rank(); level++) {
      noted.add(regions.innermost(regions.of(array), level));
    }
  }

  private void noteReads(Instruction instruction) {
    if (instruction.op() instanceof Op.Apply && isActive(instruction)) {
      List<Value> operands = instruction.operands();
      for (int i = 0; i < operands.size(); i++) {
        if (isActive(operands.get(i))) {
          for (int index : slope(instruction, i).reads()) {
            read.add(index == operands.size() ? instruction : operands.get(index));
          }
        }
      }
    }
  }

  Program program() {
    return program;
  }

  Flow flow() {
    return flow;
  }

  Regions regions() {
    return regions;
  }

  Counting counting() {
    return counting;
  }

  Bounds bounds() {
    return bounds;
  }

  /** Whether some partial reads it. */
  boolean isRead(Value value) {
    return read.contains(value);
  }

  boolean isActive(Value value) {
    return !(value instanceof Constant) && activity.isActive(value);
  }

  /** Whether it is an array with a shadow. */
  boolean hasShadow(Value value) {
    return value.type().isArray() && isActive(value);
  }

  /** Whether an array may be one that the Program is given. */
  boolean isOfCaller(Value array) {
    return ofCaller.contains(regions.of(array));
  }

  /** Whether the caller may have these arrays, before or afterwards. */
  boolean isShared(Regions.Region region) {
    return ofCaller.contains(region) || returned.contains(region);
  }

  /** Whether a call has anything to do with derivatives. */
  boolean isActiveCall(Instruction call) {
    return activity.isActiveCall(call);
  }

  /** The results of a call: the instructions that take them, or itself. */
  List<Instruction> results(Instruction call) {
    return calls.results(call);
  }

  /** The blocks that jump to this one, each once. */
  List<Block> sources(Block block) {
    return sources.getOrDefault(block, List.of());
  }

  /** The loop that this block is the header of. */
  @Nullable Loop headed(Block block) {
    return headed.get(block);
  }

  /** Whether the Program may return after it. */
  boolean returns(Block block) {
    return counting.returns(block);
  }

  /** The block that defines a value. */
  Block home(Value value) {
    return counting.home(value);
  }

  /** The innermost loop around the definition of a value. */
  @Nullable Loop loop(Value value) {
    return flow.loop(home(value));
  }

  /** Whether {@code outer} is no loop, or encloses {@code inner}. */
  static boolean encloses(@Nullable Loop outer, @Nullable Loop inner) {
    return outer == null || outer.encloses(inner);
  }

  /** The innermost loop that encloses both. */
  static @Nullable Loop common(@Nullable Loop first, @Nullable Loop second) {
    Loop loop = first;
    while (loop != null && !loop.encloses(second)) {
      loop = loop.parent();
    }
    return loop;
  }

  /**
   * Whether a load gives the same again once the Program has run: no store to what it may have read
   * comes after it, unless the array has been made anew in between. What a routine shares with its
   * caller may be stored to once it has returned.
   */
  boolean isRepeatable(Instruction load) {
    Regions.Region region = regions.of(load.operand(0));
    if (routine && isShared(region)) {
      return false;
    }
    if (!region.isStored() || (undoing().isUndone(region) && !isStoredAround(load, region))) {
      return true;
    }
    Set<Block> seen = new HashSet<>();
    Deque<Block> open = new ArrayDeque<>();
    Block home = home(load);
    List<Instruction> after = home.instructions();
    int place = after.indexOf(load);
    int outcome = scan(after.subList(place + 1, after.size()), region);
    if (outcome != 0) {
      return outcome > 0;
    }
    home.edges().forEach(edge -> open.add(edge.target()));
    while (!open.isEmpty()) {
      Block block = open.remove();
      if (seen.add(block)) {
        int found = scan(block.instructions(), region);
        if (found < 0) {
          return false;
        }
        if (found == 0) {
          for (Edge edge : block.edges()) {
            open.add(edge.target());
          }
        }
      }
    }
    return true;
  }

  /** Whether the innermost loop around a load stores to what it may read. */
  boolean isStoredAround(Instruction load, Regions.Region region) {
    Loop loop = loop(load);
    return loop == null || isStoredIn(loop, region);
  }

  /** Whether a loop stores to arrays of a region. */
  boolean isStoredIn(Loop loop, Regions.Region region) {
    return loop.blocks().stream()
        .flatMap(block -> block.instructions().stream())
        .anyMatch(instruction -> stored(instruction).contains(region));
  }

  /** Which stores the backward half undoes. */
  Undoing undoing() {
    Undoing known = undoing;
    if (known == null) {
      known = new Undoing(this);
      undoing = known;
    }
    return known;
  }

  /** -1: stores to it; 1: makes the one array of the region anew; 0: neither. */
  private int scan(List<Instruction> instructions, Regions.Region region) {
    for (Instruction instruction : instructions) {
      if (region.origins().size() == 1 && region.origins().contains(instruction)) {
        return 1;
      }
      if (stored(instruction).contains(region)) {
        return -1;
      }
    }
    return 0;
  }

  /** The arrays that an instruction may store to. */
  Set<Regions.Region> stored(Instruction instruction) {
    Set<Regions.Region> arrays = new HashSet<>();
    switch (instruction.op()) {
      case Op.Store _, Op.Fill _ -> arrays.add(regions.of(instruction.operand(0)));
      case Op.Move _ -> arrays.add(regions.of(instruction.operand(2)));
      case Op.Call _ ->
          instruction.operands().stream()
              .filter(value -> !(value instanceof Constant))
              .forEach(value -> note(value, arrays));
      default -> {}
    }
    return arrays;
  }

  /**
   * The numbers of the sources that lie on the sides {@code then} and {@code otherwise} of the
   * branch that decides between them, or none if it does not.
   */
  List<Integer> sides(Block block) {
    List<Block> both = sources(block);
    Block decision = flow.dominator(block);
    if (both.size() != 2 || !(decision.end() instanceof Terminator.Branch branch)) {
      return List.of();
    }
    boolean[] then = new boolean[2];
    for (int i = 0; i < 2; i++) {
      then[i] = lies(both.get(i), decision, branch.then().target(), block);
      if (then[i] == lies(both.get(i), decision, branch.otherwise().target(), block)) {
        return List.of();
      }
    }
    return then[0] == then[1] ? List.of() : then[0] ? List.of(0, 1) : List.of(1, 0);
  }

  private boolean lies(Block source, Block decision, Block side, Block merge) {
    return side == merge
        ? source == decision
        : sources(side).size() == 1 && flow.dominates(side, source);
  }
}
