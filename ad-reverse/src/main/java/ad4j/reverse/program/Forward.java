package ad4j.reverse.program;

import ad4j.error.NotDifferentiableException;
import ad4j.program.Block;
import ad4j.program.Constant;
import ad4j.program.Copy;
import ad4j.program.Count;
import ad4j.program.Counting;
import ad4j.program.Draft;
import ad4j.program.Edge;
import ad4j.program.Instruction;
import ad4j.program.IntegralOp;
import ad4j.program.Loop;
import ad4j.program.Op;
import ad4j.program.Parameter;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import ad4j.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The forward half: the Program as it is, with a shadow for each active array, and with variables
 * for what the backward half may read.
 */
final class Forward extends Copy {
  private final Analysis analysis;
  private final SplitCalls calls;
  private final Adjoints adjoints;
  private final @Nullable Slots slots;
  private final IntFunction<Value> seeds;

  /** The adjoints of the sums of loops that are fused. */
  private final Map<Loop, List<Value>> sums = new HashMap<>();

  private final Map<Value, Value> shadows = new HashMap<>();
  private final Map<Object, Variable> variables = new HashMap<>();

  /** How often a loop has turned, at its latch. */
  private final Map<Loop, Value> turns = new HashMap<>();

  private List<Value> results = List.of();
  private @Nullable Draft last;

  /** Keys of variables. */
  private record Shadow(Value array) {}

  private record ShadowJoin(Parameter parameter) {}

  private record From(Block block) {}

  private record Turns(Loop loop) {}

  private record OldRow(Instruction store) {}

  private record Replaced(Instruction store) {}

  Forward(
      Analysis analysis,
      ProgramBuilder builder,
      List<? extends Value> arguments,
      SplitCalls calls,
      Adjoints adjoints,
      @Nullable Slots slots,
      IntFunction<Value> seeds) {
    super(analysis.program(), builder, arguments);
    this.analysis = analysis;
    this.calls = calls;
    this.adjoints = adjoints;
    this.slots = slots;
    this.seeds = seeds;
  }

  void sweep() {
    run();
  }

  /** What the Program returned. */
  List<Value> results() {
    return results;
  }

  /** Where it returned. */
  Draft last() {
    return Objects.requireNonNull(last);
  }

  /** The copy of a value. */
  Value argument(Value value) {
    return copy(value);
  }

  /** Gives an array that the Program is given this shadow. */
  void shadow(Value array, Value shadow) {
    shadows.put(array, shadow);
    builder().set(shadowVariable(array), shadow);
  }

  /** The variable that holds a value from where it is defined. */
  Variable variable(Value value) {
    return variables.computeIfAbsent(value, key -> new Variable(value.type(), ""));
  }

  /** The variable that holds the shadow of an array. */
  Variable shadowVariable(Value array) {
    return variables.computeIfAbsent(new Shadow(array), key -> new Variable(array.type(), ""));
  }

  /** The variable that tells which of its sources a block was last entered from. */
  Variable from(Block block) {
    return variables.computeIfAbsent(new From(block), key -> new Variable(Type.I32, ""));
  }

  /** The variable that tells how often a loop has turned since it was entered. */
  Variable turns(Loop loop) {
    return variables.computeIfAbsent(new Turns(loop), key -> new Variable(Type.I32, ""));
  }

  /** The variable that holds the number that a store replaced. */
  Variable replaced(Instruction store) {
    return variables.computeIfAbsent(
        new Replaced(store), key -> new Variable(store.operand(0).type().element(), ""));
  }

  /** The variable that holds the shadow of the row that a store replaced. */
  Variable oldRow(Instruction store) {
    return variables.computeIfAbsent(
        new OldRow(store), key -> new Variable(store.operand(2).type(), ""));
  }

  /** How often a loop has turned before, at its latch. */
  Value turnsAtLatch(Loop loop) {
    return Objects.requireNonNull(turns.get(loop));
  }

  /** The copy of a block. */
  Draft copyOf(Block block) {
    return draft(block);
  }

  @Override
  protected void begin(Block block) {
    super.begin(block);
    for (Parameter parameter : block.parameters()) {
      builder().set(variable((Value) parameter), copy(parameter));
      if (block != program().entry() && analysis.hasShadow(parameter)) {
        shadow(parameter, builder().get(join(parameter)));
      }
    }
  }

  private Variable join(Parameter parameter) {
    return variables.computeIfAbsent(
        new ShadowJoin(parameter), key -> new Variable(parameter.type(), ""));
  }

  @Override
  protected boolean replaces(Block block) {
    FusedLoop fused = analysis.fused(block);
    if (fused != null && block == fused.blocks().getFirst()) {
      List<Value> own = Objects.requireNonNull(sums.get(fused.loop()));
      Slots free = Objects.requireNonNull(slots);
      List<Value> next = fused.turn(this, adjoints, builder(), own, free);
      Block header = fused.loop().header();
      for (int i = 0; i < next.size(); i++) {
        builder().set(variable(header.parameters().get(i)), next.get(i));
      }
      builder().jump(draft(header));
    }
    return fused != null;
  }

  @Override
  protected void end(Block block) {
    for (Edge edge : block.edges()) {
      Loop loop = analysis.headed(edge.target());
      if (loop != null && !loop.contains(block)) {
        before(loop);
      }
    }
    super.end(block);
  }

  private void before(Loop loop) {
    FusedLoop fused = analysis.fused(loop);
    if (fused == null) {
      guard(loop);
    } else {
      sums.put(loop, fused.seeds(this, builder(), seeds));
    }
  }

  @Override
  protected Value instruction(Instruction instruction) {
    if (instruction.op() instanceof Op.Store && analysis.undoing().undoes(instruction)) {
      Value array = copy(instruction.operand(0));
      builder().set(replaced(instruction), builder().load(array, copy(instruction.operand(1))));
    }
    Value copy = call(instruction);
    if (!instruction.type().equals(Type.VOID)) {
      builder().set(variable((Value) instruction), copy);
    }
    Value shadow = shadowOf(instruction, copy);
    if (shadow != null) {
      shadow(instruction, shadow);
    }
    return copy;
  }

  private Value call(Instruction instruction) {
    if (instruction.op() instanceof Op.Call && analysis.isActiveCall(instruction)) {
      List<Value> arrays = new ArrayList<>(instruction.operands());
      arrays.removeIf(value -> !value.type().isArray() || !value.type().isReal());
      List<Value> given = arrays.stream().map(this::shadowOf).toList();
      return calls.forward(instruction, copies(instruction.operands()), given);
    }
    return super.instruction(instruction);
  }

  /** Does on shadows what the instruction does on arrays; gives the shadow of its result. */
  private @Nullable Value shadowOf(Instruction instruction, Value copy) {
    List<Value> operands = instruction.operands();
    ProgramBuilder builder = builder();
    if (instruction.type().isArray() && !analysis.hasShadow(instruction)) {
      return null;
    }
    return switch (instruction.op()) {
      case Op.New _, Op.ZeroLike _ ->
          instruction.type().isArray()
              ? builder.append(
                  instruction.op(),
                  instruction.type(),
                  instruction.op() instanceof Op.New
                      ? copies(operands).toArray(Value[]::new)
                      : new Value[] {copy})
              : null;
      case Op.Copy _ ->
          instruction.type().rank() == 1
              ? builder.append(new Op.ZeroLike(), instruction.type(), copy)
              : builder.append(new Op.Copy(), instruction.type(), shadowOf(operands.get(0)));
      case Op.Load _ ->
          instruction.type().isArray()
              ? builder.load(shadowOf(operands.get(0)), copy(operands.get(1)))
              : null;
      case Op.Store _ -> {
        if (operands.get(2).type().isArray() && analysis.hasShadow(operands.get(0))) {
          Value row = shadowOf(operands.get(2));
          if (analysis.isOfCaller(operands.get(0))) {
            Value old = builder.load(shadowOf(operands.get(0)), copy(operands.get(1)));
            builder.set(oldRow(instruction), old);
          }
          builder.store(shadowOf(operands.get(0)), copy(operands.get(1)), row);
        }
        yield null;
      }
      case Op.Fill _, Op.Move _ -> {
        shadowRows(instruction);
        yield null;
      }
      case Op.Held _, Op.Grow _ -> throw refused(instruction, "an array kept between calls");
      case Op.Call _, Op.Result _ ->
          instruction.type().isArray() ? calls.shadow(instruction) : null;
      default -> null;
    };
  }

  private void shadowRows(Instruction instruction) {
    List<Value> operands = instruction.operands();
    boolean move = instruction.op() instanceof Op.Move;
    Value target = operands.get(move ? 2 : 0);
    if (target.type().rank() > 1 && analysis.hasShadow(target)) {
      if (analysis.isOfCaller(target)) {
        throw refused(instruction, "moving the rows of an argument");
      }
      Value[] values = copies(operands).toArray(Value[]::new);
      values[0] = shadowOf(operands.get(0));
      if (move) {
        values[2] = shadowOf(target);
      } else {
        values[3] = shadowOf(operands.get(3));
      }
      builder().append(instruction.op(), Type.VOID, values);
    }
  }

  private static NotDifferentiableException refused(Instruction instruction, String what) {
    return new NotDifferentiableException(
        "the pullback of " + what + " is not made as a Program", "", instruction.origin(), null);
  }

  /** The shadow of an array, where the builder is. */
  Value shadowOf(Value array) {
    return array instanceof Constant ? array : Objects.requireNonNull(shadows.get(array));
  }

  @Override
  protected void passed(Block from, Edge edge) {
    for (int i = 0; i < edge.arguments().size(); i++) {
      Parameter parameter = edge.target().parameters().get(i);
      if (analysis.hasShadow(parameter)) {
        builder().set(join(parameter), shadowOf(edge.arguments().get(i)));
      }
    }
    Loop loop = analysis.headed(edge.target());
    if (loop != null) {
      turn(loop, loop.contains(from));
    } else if (analysis.sources(edge.target()).size() > 1) {
      int number = analysis.sources(edge.target()).indexOf(from);
      builder().set(from(edge.target()), Constant.of(number));
    }
  }

  private void turn(Loop loop, boolean again) {
    Value next = Constant.of(0);
    if (again) {
      Value before = builder().get(turns(loop));
      turns.put(loop, before);
      next = builder().integral(IntegralOp.ADD, before, Constant.of(1));
    }
    builder().set(turns(loop), next);
  }

  /** The backward half turns as often as it is computed that the loop does. */
  private void guard(Loop loop) {
    Counting.Counted counted = analysis.counting().counted(loop);
    if (counted != null) {
      new Count(builder(), analysis.bounds()).guard(counted, this::copy);
    }
  }

  @Override
  protected void giveBack(List<Value> values) {
    results = values;
    last = builder().current();
  }
}
