package ad4j.program;

import ad4j.op.Comparison;
import java.util.List;

/**
 * Makes failures explicit: what may fail gets a {@link Op.Check} before it, unless it is certain
 * not to, or an equal one would have failed before. So what a derivative needs no more can be left
 * out, and it fails all the same where the Program does.
 */
public final class Checks extends Copy {
  private static final Op LENGTH = new Op.Check(new Op.Length(), Type.I32);

  private final Bounds bounds;
  private final Known done;
  private Block block;

  private Checks(Program program, ProgramBuilder builder, boolean distinct) {
    super(program, builder, parameters(program, builder));
    Flow flow = new Flow(program);
    bounds = new Bounds(flow, new Counting(flow), new Regions(program, distinct));
    done = new Known(flow);
    block = program.entry();
  }

  /** The same Program with checks, and so the routines that it calls. */
  public static Program of(Program program) {
    return Routines.keepingFailures(program, Checks::alone);
  }

  private static Program alone(Program program, boolean distinct) {
    Program whole = Simplify.alone(program, distinct, true);
    Program inForm = Hoist.of(LoopForm.of(whole));
    ProgramBuilder builder = new ProgramBuilder(program.name(), program.results());
    new Checks(inForm, builder, distinct).run();
    return Simplify.alone(builder.build(), distinct);
  }

  @Override
  protected void begin(Block next) {
    block = next;
    super.begin(next);
  }

  @Override
  protected Value instruction(Instruction instruction) {
    List<Value> operands = instruction.operands();
    if (instruction.op() instanceof Op.Check(Op op, Type type)) {
      check(new Instruction(op, type, operands, instruction.origin()));
      return Constant.ZERO;
    }
    if (instruction.mayFail()) {
      check(instruction);
    }
    switch (instruction.op()) {
      case Op.Store _ -> index(operands.get(0), operands.get(1), instruction);
      case Op.Fill _ -> fill(operands);
      case Op.Move _ -> move(operands);
      default -> {}
    }
    Value copy = super.instruction(instruction);
    switch (instruction.op()) {
      case Op.Store _ -> indexed(operands.get(0), operands.get(1)); // would have failed by itself
      case Op.Fill _, Op.Grow _ -> some(operands.get(0));
      case Op.Move _ -> {
        some(operands.get(0));
        some(operands.get(2));
      }
      default -> {}
    }
    return copy;
  }

  private void check(Instruction instruction) {
    List<Value> operands = instruction.operands();
    switch (instruction.op()) {
      case Op.Load _ -> index(operands.get(0), operands.get(1), instruction);
      case Op.Length _, Op.Copy _ -> checkSome(operands.getFirst(), instruction);
      case Op.New _ -> {
        if (!operands.stream().allMatch(length -> bounds.range(length, block).isNatural())) {
          builder().again(instruction.check(), copies(operands));
        }
      }
      case Op.Integral integral -> {
        if (instruction.mayFail()
            && !bounds.isNotZero(operands.get(1), block)
            && note(new Known.Key(integral, Type.VOID, operands.subList(1, 2), 0))) {
          builder().again(instruction.check(), copies(operands));
        }
      }
      default -> builder().again(instruction.check(), copies(operands));
    }
  }

  /** A store that nobody needs fails, too. */
  private void index(Value array, Value index, Instruction instruction) {
    if (bounds.isIndex(index, array, block)) {
      checkSome(array, instruction);
    } else if (note(key(array, index))) {
      builder().origin(instruction.origin());
      Op load = new Op.Check(new Op.Load(), array.type().element());
      builder().append(load, Type.VOID, copy(array), copy(index));
    }
    indexed(array, index);
  }

  private void fill(List<Value> operands) {
    Value array = operands.get(0);
    boolean whole =
        operands.get(1) instanceof Constant from
            && from.isInteger(0)
            && operands.get(2) instanceof Instruction to
            && to.op() instanceof Op.Length
            && to.operand(0) == array;
    if (!whole) {
      Value from = wide(operands.get(1));
      guard(array, from, builder().integral(IntegralOp.SUB, wide(operands.get(2)), from));
    }
  }

  private void move(List<Value> operands) {
    Value count = wide(operands.get(4));
    guard(operands.get(0), wide(operands.get(1)), count);
    guard(operands.get(2), wide(operands.get(3)), count);
  }

  private Value wide(Value value) {
    return builder().convert(copy(value), Type.I64);
  }

  /** So many elements from there on must be in the array. */
  private void guard(Value array, Value from, Value count) {
    Constant zero = Constant.of(0L);
    Value end = builder().integral(IntegralOp.ADD, from, count);
    Value length = builder().convert(builder().length(copy(array)), Type.I64);
    Value holds =
        builder()
            .integral(
                IntegralOp.AND,
                builder().compare(Comparison.AT_LEAST, from, zero),
                builder()
                    .integral(
                        IntegralOp.AND,
                        builder().compare(Comparison.AT_LEAST, count, zero),
                        builder().compare(Comparison.AT_MOST, end, length)));
    builder().append(new Op.Guard(), Type.VOID, holds);
  }

  private void checkSome(Value array, Instruction instruction) {
    if (!bounds.isSome(array, block) && some(array)) {
      builder().origin(instruction.origin());
      builder().append(LENGTH, Type.VOID, copy(array));
    }
  }

  private void indexed(Value array, Value index) {
    note(key(array, index));
    some(array);
  }

  /** Notes that an array is there; whether that is new. */
  private boolean some(Value array) {
    return note(new Known.Key(LENGTH, Type.VOID, List.of(array), 0));
  }

  private static Known.Key key(Value array, Value index) {
    return new Known.Key(new Op.Load(), Type.VOID, List.of(array, index), 0);
  }

  private boolean note(Known.Key key) {
    boolean isNew = done.find(key, block) == null;
    if (isNew) {
      done.add(key, block, Constant.ZERO);
    }
    return isNew;
  }

  /**
   * The same Program without checks of what is done anyway, where they stand or before; and so the
   * routines that it calls. What is done must stay from then on.
   */
  public static Program settled(Program program) {
    return Routines.each(program, (each, distinct) -> Settled.of(each));
  }
}
