package ad4j.testkit;

import ad4j.op.Arithmetic;
import ad4j.op.Comparison;
import ad4j.program.Constant;
import ad4j.program.Draft;
import ad4j.program.IntegralOp;
import ad4j.program.Op;
import ad4j.program.ProgramBuilder;
import ad4j.program.Routine;
import ad4j.program.Type;
import ad4j.program.Value;
import ad4j.program.Variable;
import ad4j.testkit.RandomProgram.Feature;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The statements of a {@link RandomProgram}. */
final class RandomStatements {
  private final RandomState state;
  private final ProgramBuilder builder;
  private final SplittableRandom random;
  private final Set<Feature> features;
  private final Deque<Exits> loops = new ArrayDeque<>();
  private @Nullable Routine mix;
  private @Nullable Routine again;

  /** Where a loop is left to, and where its next turn begins. */
  private record Exits(Draft after, Draft next) {}

  RandomStatements(RandomState state, Set<Feature> features) {
    this.state = state;
    this.features = features;
    builder = state.builder();
    random = state.random();
  }

  /** A number of statements that may contain others, to this depth. */
  void block(int count, int depth) {
    for (int i = 0; i < count && !builder.isEnded(); i++) {
      int kind = random.nextInt(depth > 0 ? 27 : 20);
      switch (kind) {
        case 20, 21 -> branch(depth);
        case 22, 23, 24 -> counted(depth);
        case 25 -> downwards(depth);
        case 26 -> choice(depth);
        default -> simple(kind);
      }
    }
  }

  private void simple(int kind) {
    switch (kind) {
      case 0, 1, 2, 3, 4, 5 -> builder.set(state.any(state.numbers()), state.expression());
      case 6, 7, 8 -> builder.store(state.array(), state.index(), state.expression());
      case 9, 10 -> builder.set(state.any(state.integers()), state.arithmetic());
      case 11 -> builder.store(state.keys(), state.index(), state.index());
      case 12 -> fill();
      case 13 -> move();
      case 14 -> exchange();
      case 15 -> rows();
      case 16 -> call();
      case 17 -> leave();
      case 18 -> loadAgain();
      default -> accumulate();
    }
  }

  private void accumulate() {
    Variable sum = state.any(state.numbers());
    Value more = builder.apply(Arithmetic.ADD, builder.get(sum), state.expression());
    builder.set(sum, builder.apply(Arithmetic.MUL, more, Constant.of(0.5)));
  }

  /** Loads an element before and after something that may be stored there. */
  private void loadAgain() {
    Value array = state.array();
    Value index = state.index();
    Value before = builder.load(array, index);
    int[] changes = {7, 12, 13, 15, 16};
    simple(changes[random.nextInt(changes.length)]);
    Value difference = builder.apply(Arithmetic.SUB, before, builder.load(array, index));
    builder.set(
        state.any(state.numbers()), builder.apply(Arithmetic.MUL, difference, Constant.of(0.5)));
  }

  private void fill() {
    Value from = Constant.of(random.nextInt(2));
    Value until = Constant.of(2 + random.nextInt(3));
    builder.append(new Op.Fill(), Type.VOID, state.array(), from, until, state.number());
  }

  private void move() {
    Value from = Constant.of(random.nextInt(2));
    Value to = Constant.of(random.nextInt(2));
    Value count = Constant.of(1 + random.nextInt(3));
    builder.append(new Op.Move(), Type.VOID, state.array(), from, state.array(), to, count);
  }

  private void exchange() {
    if (features.contains(Feature.CHOSEN_ARRAYS)) {
      Value array = state.array();
      builder.set(
          state.chosen(),
          random.nextBoolean() ? array : builder.append(new Op.Copy(), Type.F64_ARRAY, array));
    }
  }

  private void rows() {
    if (!features.contains(Feature.ROWS)) {
      return;
    }
    Value all = builder.get(state.rows());
    switch (random.nextInt(4)) {
      case 0 -> builder.store(all, state.index(), state.array());
      case 1 -> builder.set(state.chosen(), builder.load(all, state.index()));
      case 2 -> builder.store(builder.load(all, state.index()), state.index(), state.expression());
      default ->
          builder.set(
              state.any(state.numbers()),
              builder.load(builder.load(all, state.index()), state.index()));
    }
  }

  private void leave() {
    if (random.nextInt(3) == 0 && features.contains(Feature.EARLY_RETURNS)) {
      Draft out = builder.block();
      Draft on = builder.block();
      builder.branch(state.condition(), out, on);
      builder.at(out);
      state.giveBack();
      builder.at(on);
    } else if (!loops.isEmpty() && features.contains(Feature.BREAKS)) {
      Draft on = builder.block();
      Exits exits = loops.element();
      Draft target = random.nextBoolean() ? exits.after : exits.next;
      builder.branch(state.condition(), target, on);
      builder.at(on);
    }
  }

  private void branch(int depth) {
    Draft then = builder.block();
    Draft otherwise = builder.block();
    Draft after = builder.block();
    builder.branch(state.condition(), then, otherwise);
    for (Draft side : List.of(then, otherwise)) {
      builder.at(side);
      block(random.nextInt(4), depth - 1);
      builder.jump(after);
    }
    builder.at(after);
  }

  /** {@code for (int i = 0; i < bound; i++)}. */
  private void counted(int depth) {
    Variable i = new Variable(Type.I32, "i");
    state.counters().add(i);
    Value bound = random.nextBoolean() ? Constant.of(1 + random.nextInt(4)) : bound();
    builder.set(i, Constant.of(0));
    loop(
        () -> builder.compare(Comparison.LESS, builder.get(i), bound),
        depth,
        () -> builder.set(i, builder.integral(IntegralOp.ADD, builder.get(i), Constant.of(1))));
    state.counters().remove(i);
  }

  private Value bound() {
    return builder.integral(IntegralOp.AND, state.integer(), Constant.of(3));
  }

  /** {@code while (i > 0)}, with a counter that no statement changes. */
  private void downwards(int depth) {
    Variable i = new Variable(Type.I32, "d");
    builder.set(i, bound());
    loop(
        () -> builder.compare(Comparison.GREATER, builder.get(i), Constant.of(0)),
        depth,
        () -> builder.set(i, builder.integral(IntegralOp.SUB, builder.get(i), Constant.of(1))));
  }

  private interface Test {
    Value holds();
  }

  private void loop(Test test, int depth, Runnable step) {
    Draft header = builder.block();
    Draft body = builder.block();
    Exits exits = new Exits(builder.block(), builder.block());
    builder.jump(header);
    builder.at(header);
    builder.branch(test.holds(), body, exits.after);
    builder.at(body);
    loops.push(exits);
    block(1 + random.nextInt(4), depth - 1);
    loops.pop();
    builder.jump(exits.next);
    builder.at(exits.next);
    step.run();
    builder.jump(header);
    builder.at(exits.after);
  }

  private void choice(int depth) {
    List<Draft> targets = List.of(builder.block(), builder.block(), builder.block());
    Draft after = builder.block();
    builder.choose(state.index(), List.of(0, 2, 3), targets, after);
    for (Draft target : targets) {
      builder.at(target);
      block(random.nextInt(3), depth - 1);
      builder.jump(after);
    }
    builder.at(after);
  }

  private void call() {
    if (!features.contains(Feature.CALLS)) {
      return;
    }
    Variable target = state.any(state.numbers());
    if (random.nextBoolean()) {
      Routine routine = mix == null ? RandomRoutines.mix() : mix;
      mix = routine;
      Value call = builder.append(new Op.Call(routine), Type.VOID, state.array(), state.number());
      builder.set(target, builder.append(new Op.Result(0), Type.F64, call));
      Value array = builder.append(new Op.Result(1), Type.F64_ARRAY, call);
      if (features.contains(Feature.CHOSEN_ARRAYS)) {
        builder.set(state.chosen(), array);
      }
    } else {
      Routine routine = again == null ? RandomRoutines.again() : again;
      again = routine;
      Value[] given = {state.array(), state.number(), bound()};
      builder.set(target, builder.append(new Op.Call(routine), Type.F64, given));
    }
  }
}
