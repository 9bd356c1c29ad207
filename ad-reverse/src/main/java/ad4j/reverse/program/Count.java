package ad4j.reverse.program;

import ad4j.op.Comparison;
import ad4j.program.Constant;
import ad4j.program.IntegralOp;
import ad4j.program.ProgramBuilder;
import ad4j.program.Value;
import java.util.function.UnaryOperator;

/** How often a counted loop turns, as a value. */
final class Count {
  private final ProgramBuilder builder;

  Count(ProgramBuilder builder) {
    this.builder = builder;
  }

  /** Computed where the builder is, from values as {@code available} gives them. */
  Value of(Counting.Counted counted, UnaryOperator<Value> available) {
    Value first = available.apply(counted.counter().first());
    Value bound = available.apply(counted.bound());
    long step = counted.counter().step();
    Value start = builder.integral(IntegralOp.ADD, first, Constant.of(counted.offset()));
    Value span =
        step > 0
            ? builder.integral(IntegralOp.SUB, bound, start)
            : builder.integral(IntegralOp.SUB, start, bound);
    boolean inclusive =
        counted.relation() == Comparison.AT_MOST || counted.relation() == Comparison.AT_LEAST;
    int size = (int) Math.abs(step);
    Value up = builder.integral(IntegralOp.ADD, span, Constant.of(size - 1 + (inclusive ? 1 : 0)));
    Value count = builder.integral(IntegralOp.DIV, up, Constant.of(size));
    return builder.integral(IntegralOp.MAX, count, Constant.of(0));
  }
}
