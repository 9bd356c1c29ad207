package ad4j.testkit;

import ad4j.op.Arithmetic;
import ad4j.program.Constant;
import ad4j.program.IntegralOp;
import ad4j.program.Op;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import ad4j.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The variables of a {@link RandomProgram} in the making, and expressions of them. */
final class RandomState {
  /** All arrays are at least so long. */
  static final int LENGTH = 4;

  private static final double[] CONSTANTS = {0.5, -1.25, 1, 2, 0};

  private final ProgramBuilder builder;
  private final SplittableRandom random;
  private final List<Variable> numbers = new ArrayList<>();
  private final List<Variable> integers = new ArrayList<>();
  private final List<Variable> counters = new ArrayList<>();
  private final List<Value> arrays = new ArrayList<>();
  private final Value keys;
  private final Variable chosen = new Variable(Type.F64_ARRAY, "p");
  private final Variable rows = new Variable(Type.F64_ARRAY.array(), "m");

  RandomState(ProgramBuilder builder, SplittableRandom random, Value x, Value y, Value keys) {
    this.builder = builder;
    this.random = random;
    this.keys = keys;
    arrays.add(x);
    arrays.add(y);
  }

  ProgramBuilder builder() {
    return builder;
  }

  SplittableRandom random() {
    return random;
  }

  List<Variable> numbers() {
    return numbers;
  }

  List<Variable> integers() {
    return integers;
  }

  /** Of the loops around: read, never set by statements, so that all loops end. */
  List<Variable> counters() {
    return counters;
  }

  Variable chosen() {
    return chosen;
  }

  Variable rows() {
    return rows;
  }

  Value keys() {
    return keys;
  }

  /** New arrays: one of doubles, one of rows. */
  void makeArrays() {
    Value made = builder.append(new Op.New(), Type.F64_ARRAY, Constant.of(LENGTH + 1));
    arrays.add(made);
    builder.set(chosen, made);
    Value length = Constant.of(LENGTH);
    builder.set(
        rows, builder.append(new Op.New(), Type.F64_ARRAY.array(), Constant.of(LENGTH), length));
  }

  /** One of the arrays of doubles. */
  Value array() {
    int i = random.nextInt(arrays.size() + 1);
    return i < arrays.size() ? arrays.get(i) : builder.get(chosen);
  }

  Value load(Value array, int index) {
    return builder.load(array, Constant.of(index));
  }

  <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** A valid index of any array. */
  Value index() {
    return builder.integral(IntegralOp.AND, integer(), Constant.of(LENGTH - 1));
  }

  Value integer() {
    return switch (random.nextInt(counters.isEmpty() ? 4 : 6)) {
      case 0 -> Constant.of(random.nextInt(6));
      case 4, 5 -> builder.get(any(counters));
      case 1 -> builder.load(keys, Constant.of(random.nextInt(LENGTH)));
      default -> builder.get(any(integers));
    };
  }

  /** A number within [-2, 2]. */
  Value number() {
    return switch (random.nextInt(8)) {
      case 0 -> Constant.of(CONSTANTS[random.nextInt(CONSTANTS.length)]);
      case 1, 2 -> builder.load(array(), index());
      default -> builder.get(any(numbers));
    };
  }

  /** A number within [-2, 2], computed. */
  Value expression() {
    Value a = number();
    return switch (random.nextInt(9)) {
      case 0 -> half(builder.apply(Arithmetic.ADD, a, number()));
      case 1 -> half(builder.apply(Arithmetic.SUB, a, number()));
      case 2, 3 -> half(builder.apply(Arithmetic.MUL, a, number()));
      case 4 -> builder.apply(Arithmetic.DIV, a, aboveOne(number()));
      case 5 -> builder.apply(random.nextBoolean() ? Elementary.SIN : Elementary.COS, a);
      case 6 -> builder.apply(Elementary.EXP, negative(builder.apply(Arithmetic.SQUARE, a)));
      case 7 ->
          builder.apply(Elementary.SIN, builder.apply(Elementary.SQUARES, a, number(), number()));
      default -> builder.apply(Elementary.COS, builder.convert(integer(), Type.F64));
    };
  }

  private Value half(Value x) {
    return builder.apply(Arithmetic.MUL, Constant.of(0.5), x);
  }

  private Value negative(Value x) {
    return builder.apply(Arithmetic.NEG, x);
  }

  private Value aboveOne(Value x) {
    return builder.apply(Arithmetic.ADD, builder.apply(Arithmetic.MUL, x, x), Constant.ONE);
  }

  /** An int of any size. */
  Value arithmetic() {
    Value a = integer();
    return switch (random.nextInt(6)) {
      case 0 -> builder.integral(IntegralOp.ADD, a, integer());
      case 1 -> builder.integral(IntegralOp.MUL, a, integer());
      case 2 -> builder.integral(IntegralOp.REM, a, Constant.of(3));
      case 3 -> builder.integral(IntegralOp.XOR, a, integer());
      case 4 -> builder.integral(IntegralOp.SHR, a, Constant.of(1));
      default ->
          builder.convert(builder.apply(Arithmetic.MUL, Constant.of(3.0), number()), Type.I32);
    };
  }

  Value condition() {
    return random.nextBoolean()
        ? builder.compare(RandomProgram.comparison(random), number(), number())
        : builder.compare(RandomProgram.comparison(random), index(), index());
  }

  /** Ends the Program with what the first variables and the chosen array hold. */
  void giveBack() {
    builder.giveBack(
        List.of(builder.get(numbers.get(0)), builder.get(numbers.get(1)), builder.get(chosen)));
  }
}
