package ad4j.reverse.program;

import ad4j.op.Comparison;
import ad4j.program.Constant;
import ad4j.program.Draft;
import ad4j.program.IntegralOp;
import ad4j.program.Op;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import ad4j.program.Variable;
import java.util.function.Consumer;

/** Loops over ranges of shadow arrays. */
final class Ranges {
  private final ProgramBuilder builder;

  Ranges(ProgramBuilder builder) {
    this.builder = builder;
  }

  /** The sum of a range, which is 0 afterwards. */
  Value takeSum(Value array, Value from, Value to) {
    Variable sum = new Variable(Type.F64, "");
    builder.set(sum, Constant.ZERO);
    each(
        from,
        to,
        i -> builder.set(sum, builder.accumulate(builder.get(sum), builder.load(array, i))));
    builder.append(new Op.Fill(), Type.VOID, array, from, to, Constant.ZERO);
    return builder.get(sum);
  }

  /** A copy of a range, which is 0 afterwards. */
  Value take(Value array, Value from, Value count) {
    Value taken = builder.append(new Op.New(), Type.F64_ARRAY, count);
    builder.append(new Op.Move(), Type.VOID, array, from, taken, Constant.of(0), count);
    Value to = builder.integral(IntegralOp.ADD, from, count);
    builder.append(new Op.Fill(), Type.VOID, array, from, to, Constant.ZERO);
    return taken;
  }

  /** Adds the first {@code count} elements of {@code given} to those of {@code array}. */
  void add(Value given, Value array, Value from, Value count) {
    each(
        Constant.of(0),
        count,
        i -> {
          Value place = builder.integral(IntegralOp.ADD, from, i);
          Value sum = builder.accumulate(builder.load(array, place), builder.load(given, i));
          builder.store(array, place, sum);
        });
  }

  private void each(Value from, Value to, Consumer<Value> body) {
    Variable counter = new Variable(Type.I32, "");
    builder.set(counter, from);
    Draft header = builder.block();
    Draft turn = builder.block();
    Draft after = builder.block();
    builder.jump(header);
    builder.at(header);
    Value i = builder.get(counter);
    builder.branch(builder.compare(Comparison.LESS, i, to), turn, after);
    builder.at(turn);
    body.accept(i);
    builder.set(counter, builder.integral(IntegralOp.ADD, i, Constant.of(1)));
    builder.jump(header);
    builder.at(after);
  }
}
