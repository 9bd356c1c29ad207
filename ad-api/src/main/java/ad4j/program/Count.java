package ad4j.program;

import ad4j.op.Comparison;
import java.util.function.UnaryOperator;

/** How often a counted loop turns, as a value. */
public final class Count {
  private final ProgramBuilder builder;
  private final Bounds bounds;

  /** Appends to {@code builder} what the loops of another Program take. */
  public Count(ProgramBuilder builder, Bounds bounds) {
    this.builder = builder;
    this.bounds = bounds;
  }

  /**
   * An int, computed where the builder is from values as {@code available} gives them; right where
   * {@link #guard} lets the Program go on.
   */
  public Value of(Counting.Counted counted, UnaryOperator<Value> available) {
    return isClipped(counted)
        ? clipped(counted, available)
        : computed(counted, available, isOfInts(counted) ? Type.I32 : Type.I64, Type.I32);
  }

  /** The way is not less than 0 from the beginning, so that it cannot be too little for an int. */
  private Value clipped(Counting.Counted counted, UnaryOperator<Value> available) {
    Value start = start(counted, available, Type.I32);
    Value bound = available.apply(counted.bound());
    boolean up = counted.counter().step() > 0;
    Value end = builder.integral(up ? IntegralOp.MAX : IntegralOp.MIN, bound, start);
    Value span =
        up
            ? builder.integral(IntegralOp.SUB, end, start)
            : builder.integral(IntegralOp.SUB, start, end);
    Value most = builder.integral(IntegralOp.ADD, span, number(upwards(counted), Type.I32));
    return builder.integral(IntegralOp.DIV, most, number(size(counted), Type.I32));
  }

  /** The same as a long, right whenever neither counter nor test overflow. */
  Value wide(Counting.Counted counted, UnaryOperator<Value> available) {
    return computed(counted, available, Type.I64, Type.I64);
  }

  private Value computed(
      Counting.Counted counted, UnaryOperator<Value> available, Type type, Type result) {
    Value start = start(counted, available, type);
    Value bound = builder.convert(available.apply(counted.bound()), type);
    Value span =
        counted.counter().step() > 0
            ? builder.integral(IntegralOp.SUB, bound, start)
            : builder.integral(IntegralOp.SUB, start, bound);
    Value up = builder.integral(IntegralOp.ADD, span, number(upwards(counted), type));
    Value count = builder.integral(IntegralOp.DIV, up, number(size(counted), type));
    boolean certain = type.equals(Type.I32) && bounds.span(counted).isNatural();
    Value turns = certain ? count : builder.integral(IntegralOp.MAX, count, number(0, type));
    return builder.convert(turns, result);
  }

  /** What the header compares first. */
  private Value start(Counting.Counted counted, UnaryOperator<Value> available, Type type) {
    Value first = builder.convert(available.apply(counted.counter().first()), type);
    return builder.integral(IntegralOp.ADD, first, number(counted.offset(), type));
  }

  private static Constant number(long number, Type type) {
    return type.equals(Type.I64) ? Constant.of(number) : Constant.of((int) number);
  }

  private static long size(Counting.Counted counted) {
    return Math.abs(counted.counter().step());
  }

  private static long upwards(Counting.Counted counted) {
    boolean inclusive =
        counted.relation() == Comparison.AT_MOST || counted.relation() == Comparison.AT_LEAST;
    return size(counted) - 1 + (inclusive ? 1 : 0);
  }

  /** Whether nothing overflows where ints are computed with. */
  private boolean isOfInts(Counting.Counted counted) {
    return isSmall(counted)
        && bounds.span(counted).fits()
        && bounds.span(counted).plus(Range.of(upwards(counted))).fits();
  }

  /** Whether nothing overflows but a way that is less than 0, of a loop that does not turn. */
  private boolean isClipped(Counting.Counted counted) {
    boolean exclusive =
        counted.relation() == Comparison.LESS || counted.relation() == Comparison.GREATER;
    return exclusive && isSmall(counted) && !bounds.span(counted).fits();
  }

  /** Whether neither counter nor test overflow, and the way there is not too much for an int. */
  private boolean isSmall(Counting.Counted counted) {
    return bounds.isSteady(counted.counter().loop())
        && size(counted) <= Integer.MAX_VALUE
        && bounds.span(counted).plus(Range.of(upwards(counted))).most() <= Integer.MAX_VALUE;
  }

  /**
   * Lets the Program go on only where the loop counts without overflow, and no further than an int
   * does; nothing is appended where that is certain.
   */
  public void guard(Counting.Counted counted, UnaryOperator<Value> available) {
    if (isOfInts(counted) || isClipped(counted)) {
      return;
    }
    Value count = wide(counted, available);
    Value start = start(counted, available, Type.I64);
    Value way = builder.integral(IntegralOp.MUL, count, Constant.of(counted.counter().step()));
    Value end = builder.integral(IntegralOp.ADD, start, way);
    Value last = builder.integral(IntegralOp.SUB, end, Constant.of((long) counted.offset()));
    Value holds = isInt(count);
    for (Value each : new Value[] {start, end, last}) {
      holds = builder.integral(IntegralOp.AND, holds, isInt(each));
    }
    builder.append(new Op.Guard(), Type.VOID, holds);
  }

  private Value isInt(Value wide) {
    Value narrow = builder.convert(builder.convert(wide, Type.I32), Type.I64);
    return builder.compare(Comparison.EQUAL, narrow, wide);
  }
}
