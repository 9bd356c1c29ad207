package ad4j.compiler.write;

import ad4j.op.Arithmetic;
import ad4j.op.Comparison;
import ad4j.op.Operator;
import ad4j.op.OperatorProvider;
import ad4j.op.Operators;
import ad4j.program.Constant;
import ad4j.program.Draft;
import ad4j.program.IntegralOp;
import ad4j.program.Op;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.Routine;
import ad4j.program.Scalar;
import ad4j.program.Type;
import ad4j.program.Value;
import ad4j.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Draws Programs of nested loops, branches, switches, calls and array operations, which end. The
 * same seed and size give the same Program.
 */
final class RandomProgram {
  private static final Type ROWS = Type.F64_ARRAY.array();
  private static final Type BOOLEANS = new Type(Scalar.BOOL, 1);

  /** What all Programs are given. */
  private static final List<Type> GIVEN =
      List.of(Type.F64_ARRAY, Type.F64_ARRAY, Type.I32_ARRAY, ROWS, Type.F64, Type.I32, Type.I64);

  private static final List<Operator> ARITHMETIC =
      List.of(
          Arithmetic.ADD,
          Arithmetic.SUB,
          Arithmetic.MUL,
          Arithmetic.DIV,
          Arithmetic.NEG,
          Arithmetic.SQUARE,
          Arithmetic.RECIPROCAL,
          Arithmetic.CHAIN,
          Arithmetic.SHARE,
          Arithmetic.WHERE,
          Arithmetic.ACCUMULATE);

  /** How long all arrays are; a power of 2. */
  static final int LENGTH = 8;

  private final Random dice;
  private final List<Operator> operators;
  private final List<Routine> routines;
  private final ProgramBuilder builder;
  private final List<Type> results;
  private final List<Value> doubles = new ArrayList<>();
  private final List<Variable> variables = new ArrayList<>();
  private final List<Value> arrays = new ArrayList<>();
  private @Nullable Draft leave;
  private @Nullable Draft again;
  private @Nullable Variable count;
  private int budget;

  private RandomProgram(
      Random dice, List<Operator> operators, int size, List<Type> results, List<Routine> routines) {
    this.dice = dice;
    this.operators = operators;
    this.routines = routines;
    this.results = results;
    this.budget = size;
    this.builder = new ProgramBuilder("random", results);
  }

  /** A Program of about so many statements. */
  static Program of(long seed, int size) {
    Random dice = new Random(seed);
    List<Operator> operators =
        new Operators(
                ServiceLoader.load(OperatorProvider.class).stream().map(x -> x.get()).toList())
            .all().stream().filter(x -> List.of(1, 2, 3, -1).contains(x.arity())).toList();
    List<Routine> routines = new ArrayList<>();
    for (int i = dice.nextInt(3); i > 0; i--) {
      List<Type> results = new ArrayList<>();
      for (int j = dice.nextInt(4); j > 0; j--) {
        results.add(List.of(Type.F64, Type.I32, Type.I64, Type.F64_ARRAY).get(dice.nextInt(4)));
      }
      Routine routine = new Routine("part", GIVEN, results);
      Program body =
          new RandomProgram(dice, operators, size / 3, results, List.copyOf(routines)).draw();
      routine.define(body);
      routines.add(routine);
    }
    List<Type> results =
        switch (dice.nextInt(3)) {
          case 0 -> List.of();
          case 1 -> List.of(Type.F64);
          default -> List.of(Type.F64, Type.I32, Type.F64_ARRAY, Type.I64, Type.F64);
        };
    return new RandomProgram(dice, operators, size, results, routines).draw();
  }

  /** Arguments for all Programs. */
  static Object[] arguments(long seed) {
    Random dice = new Random(seed);
    double[][] rows = new double[LENGTH][LENGTH];
    double[] x = new double[LENGTH];
    int[] n = new int[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      x[i] = i == 3 ? 0 : i == 5 ? Double.NaN : dice.nextGaussian();
      n[i] = dice.nextInt(20) - 5;
      for (int j = 0; j < LENGTH; j++) {
        rows[i][j] = dice.nextGaussian();
      }
    }
    return new Object[] {x, x.clone(), n, rows, dice.nextGaussian(), dice.nextInt(9) - 2, 77L};
  }

  private Program draw() {
    for (Type type : GIVEN) {
      Value value = builder.parameter(type, "");
      if (type.isArray()) {
        arrays.add(value);
      } else {
        declare(value);
      }
    }
    for (int i = 0; i < 3; i++) {
      declare(Constant.of(i + 0.5));
      declare(Constant.of(i));
    }
    while (budget > 0) {
      statement(0);
    }
    giveBack();
    return builder.build();
  }

  private void declare(Value value) {
    Variable variable = new Variable(value.type(), "v" + variables.size());
    builder.set(variable, value);
    variables.add(variable);
  }

  private void giveBack() {
    List<Value> values = new ArrayList<>();
    for (Type type : results) {
      values.add(type.isArray() ? array(type) : scalar(type, 2));
    }
    builder.giveBack(values);
  }

  private void statement(int depth) {
    budget--;
    int kind = dice.nextInt(depth < 4 ? 24 : 17);
    switch (kind) {
      case 0, 1, 2, 3, 4, 5 -> assign();
      case 6 -> swap();
      case 7, 8, 9 -> store();
      case 10 -> bulk();
      case 11 -> make();
      case 12 -> call();
      case 13 -> doubles.add(scalar(Type.F64, 3));
      case 14 -> jumpOut();
      case 15, 16 -> assign();
      case 17, 18, 19 -> branch(depth);
      case 20 -> choose(depth);
      default -> loop(depth);
    }
  }

  private void assign() {
    Variable variable = pick(variables);
    builder.set(variable, scalar(variable.type(), 3));
  }

  private void swap() {
    Variable one = pick(variables);
    for (Variable other : variables) {
      if (other != one && other.type().equals(one.type())) {
        Value value = builder.get(one);
        builder.set(one, builder.get(other));
        builder.set(other, value);
        return;
      }
    }
  }

  private void store() {
    Value array = pick(arrays);
    Type element = array.type().element();
    boolean truth = array.type().equals(BOOLEANS);
    Value value = element.isArray() ? row(array) : truth ? truth() : scalar(element, 3);
    builder.store(array, index(), value);
  }

  private Value row(Value array) {
    return dice.nextBoolean() ? builder.load(array, index()) : array(array.type().element());
  }

  private void bulk() {
    Value array = array(Type.F64_ARRAY);
    if (dice.nextBoolean()) {
      Value from = constant(3);
      builder.append(new Op.Fill(), Type.VOID, array, from, constant(9), scalar(Type.F64, 2));
    } else {
      Value target = array(Type.F64_ARRAY);
      builder.append(
          new Op.Move(), Type.VOID, array, constant(4), target, constant(4), constant(5));
    }
  }

  private Value constant(int bound) {
    return Constant.of(dice.nextInt(bound));
  }

  private void make() {
    Value length = Constant.of(LENGTH);
    arrays.add(
        switch (dice.nextInt(7)) {
          case 0 -> builder.append(new Op.New(), Type.F64_ARRAY, length);
          case 1 -> builder.append(new Op.New(), ROWS, length, length);
          case 2 -> builder.append(new Op.New(), BOOLEANS, length);
          case 3 -> zeroLike();
          case 4 -> copy();
          case 5 -> builder.append(new Op.New(), new Type(Scalar.I64, 1), length);
          default ->
              builder.append(new Op.Grow(1), Type.F64_ARRAY, array(Type.F64_ARRAY), constant(9));
        });
  }

  private Value zeroLike() {
    Value model = pick(arrays);
    return builder.append(new Op.ZeroLike(), model.type(), model);
  }

  private Value copy() {
    Value model = pick(arrays);
    return builder.append(new Op.Copy(), model.type(), model);
  }

  private void call() {
    if (routines.isEmpty()) {
      return;
    }
    Routine routine = pick(routines);
    List<Value> given = new ArrayList<>();
    for (Type type : GIVEN) {
      given.add(type.isArray() ? array(type) : scalar(type, 1));
    }
    Value call = builder.append(new Op.Call(routine), routine.type(), given.toArray(Value[]::new));
    int count = routine.results().size();
    for (int i = 0; i < count; i++) {
      Type type = routine.results().get(i);
      Value result = count == 1 ? call : builder.append(new Op.Result(i), type, call);
      if (type.isArray()) {
        arrays.add(result);
      } else {
        declareOrSet(result);
      }
    }
  }

  private void declareOrSet(Value value) {
    for (Variable variable : variables) {
      if (variable.type().equals(value.type())) {
        builder.set(variable, value);
        return;
      }
    }
  }

  /** Leaves the loop, begins its next turn, returns or throws, under a condition. */
  private void jumpOut() {
    Draft out = builder.block();
    Draft on = builder.block();
    builder.branch(truth(), out, on);
    builder.at(out);
    Draft after = leave;
    Draft next = again;
    int kind = dice.nextInt(8);
    if (kind == 0) {
      builder.raise("raised " + dice.nextInt(100));
    } else if (kind < 3 || after == null || next == null) {
      giveBack();
    } else {
      builder.jump(kind < 6 ? after : next);
    }
    builder.at(on);
  }

  private void branch(int depth) {
    Draft then = builder.block();
    Draft otherwise = builder.block();
    Draft end = builder.block();
    builder.branch(truth(), then, dice.nextInt(3) == 0 ? end : otherwise);
    body(then, end, depth);
    body(otherwise, end, depth);
    builder.at(end);
  }

  private void choose(int depth) {
    List<Integer> keys = dice.nextBoolean() ? List.of(0, 1, 2, 3) : List.of(-5, 1, 1000);
    List<Draft> targets = new ArrayList<>();
    keys.forEach(key -> targets.add(builder.block()));
    Draft end = builder.block();
    Draft other = dice.nextBoolean() ? end : builder.block();
    builder.choose(scalar(Type.I32, 2), keys, targets, other);
    targets.forEach(target -> body(target, end, depth));
    if (other != end) {
      body(other, end, depth);
    }
    builder.at(end);
  }

  /** Statements whose values are gone afterwards. */
  private void body(Draft begin, Draft end, int depth) {
    builder.at(begin);
    int known = doubles.size();
    int made = arrays.size();
    for (int i = dice.nextInt(4); i >= 0; i--) {
      statement(depth + 1);
    }
    doubles.subList(known, doubles.size()).clear();
    arrays.subList(made, arrays.size()).clear();
    builder.jump(end);
  }

  private void loop(int depth) {
    Variable i = new Variable(Type.I32, "i");
    Draft header = builder.block();
    Draft body = builder.block();
    Draft latch = builder.block();
    Draft end = builder.block();
    builder.set(i, Constant.of(0));
    builder.jump(header);
    builder.at(header);
    Value bound = Constant.of(dice.nextInt(6));
    builder.branch(builder.compare(Comparison.LESS, builder.get(i), bound), body, end);
    Draft outerLeave = leave;
    Draft outerAgain = again;
    Variable outerCount = count;
    leave = end;
    again = latch;
    count = i;
    body(body, latch, depth);
    leave = outerLeave;
    again = outerAgain;
    count = outerCount;
    builder.at(latch);
    builder.set(i, builder.integral(IntegralOp.ADD, builder.get(i), Constant.of(1)));
    builder.jump(header);
    builder.at(end);
  }

  private Value index() {
    Variable counter = count;
    if (counter != null && dice.nextBoolean()) {
      return builder.get(counter);
    }
    Value any = scalar(Type.I32, 2);
    return dice.nextInt(200) == 0
        ? any
        : builder.integral(IntegralOp.AND, any, Constant.of(LENGTH - 1));
  }

  private Value array(Type type) {
    List<Value> fitting = arrays.stream().filter(x -> x.type().equals(type)).toList();
    return pick(fitting);
  }

  private Value truth() {
    Type type = List.of(Type.F64, Type.I32, Type.I64, Type.F64_ARRAY).get(dice.nextInt(4));
    if (type.isArray()) {
      Comparison same = dice.nextBoolean() ? Comparison.EQUAL : Comparison.NOT_EQUAL;
      return builder.compare(same, array(type), array(type));
    }
    Value truth =
        builder.compare(pick(List.of(Comparison.values())), scalar(type, 2), scalar(type, 1));
    return dice.nextInt(4) == 0
        ? builder.compare(
            dice.nextBoolean() ? Comparison.EQUAL : Comparison.NOT_EQUAL, truth, Constant.of(0))
        : truth;
  }

  private Value scalar(Type type, int depth) {
    if (depth == 0 || dice.nextInt(5) == 0) {
      return leaf(type);
    }
    return type.equals(Type.F64) ? real(depth - 1) : integral(type, depth - 1);
  }

  private Value leaf(Type type) {
    List<Variable> fitting = variables.stream().filter(x -> x.type().equals(type)).toList();
    if (dice.nextInt(4) == 0 || fitting.isEmpty()) {
      return switch (type.scalar()) {
        case F64 -> doubles.isEmpty() ? Constant.of(dice.nextInt(5) * 0.5) : pick(doubles);
        case I64 -> Constant.of(dice.nextLong());
        default -> Constant.of(dice.nextInt(2) == 0 ? dice.nextInt(4) : dice.nextInt());
      };
    }
    return builder.get(pick(fitting));
  }

  private Value real(int depth) {
    return switch (dice.nextInt(8)) {
      case 0, 1 -> builder.load(array(Type.F64_ARRAY), index());
      case 2 -> builder.load(builder.load(array(ROWS), index()), index());
      case 3 -> builder.convert(scalar(dice.nextBoolean() ? Type.I32 : Type.I64, depth), Type.F64);
      case 4 -> apply(pick(operators), depth);
      default -> apply(pick(ARITHMETIC), depth);
    };
  }

  private Value apply(Operator operator, int depth) {
    int arity = operator.arity() < 0 ? 1 + dice.nextInt(3) : operator.arity();
    Value[] xs = new Value[arity];
    for (int i = 0; i < arity; i++) {
      xs[i] = scalar(Type.F64, depth);
    }
    return builder.apply(operator, xs);
  }

  private Value integral(Type type, int depth) {
    return switch (dice.nextInt(9)) {
      case 0 -> builder.convert(scalar(Type.F64, depth), type);
      case 1 -> builder.convert(scalar(type.equals(Type.I64) ? Type.I32 : Type.I64, depth), type);
      case 2 -> {
        Op narrow = new Op.Narrow(pick(List.of(8, 16, -16)));
        yield builder.convert(builder.append(narrow, Type.I32, scalar(Type.I32, depth)), type);
      }
      case 3 -> builder.convert(truth(), type);
      case 4 -> builder.convert(builder.load(array(Type.I32_ARRAY), index()), type);
      case 5 -> builder.convert(builder.length(pick(arrays)), type);
      default -> {
        IntegralOp kind = pick(List.of(IntegralOp.values()));
        Value second = scalar(kind.isShift() ? Type.I32 : type, depth);
        yield builder.integral(kind, scalar(type, depth), second);
      }
    };
  }

  private <T> T pick(List<T> all) {
    return all.get(dice.nextInt(all.size()));
  }
}
