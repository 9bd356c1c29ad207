package ad4j.program;

import ad4j.error.CancelledException;
import ad4j.error.ProgramException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Program with its values numbered into registers, ready to be run by an interpreter. */
final class Prepared {
  private final Program program;
  private final Map<Value, Integer> numbers = new HashMap<>();
  private final List<@Nullable Object> initial = new ArrayList<>();
  private final List<Stretch> stretches = new ArrayList<>();

  /** The steps of a block, how it ends, and the position of the first step. */
  private record Stretch(int index, Step[] steps, End end, int position) {}

  /** How a block ends: the way to the next one. */
  @FunctionalInterface
  private interface End {
    Way next(Registers registers);
  }

  /** An edge: registers that are copied, and where to; the results if there is no target. */
  private record Way(int target, int[] from, int[] to) {}

  Prepared(Program program, Library library) {
    this.program = program;
    program.parameters().forEach(parameter -> number(parameter, null));
    for (Block block : program.blocks()) {
      block.parameters().forEach(parameter -> number(parameter, null));
      block.instructions().forEach(instruction -> number(instruction, null));
    }
    for (Block block : program.blocks()) {
      stretches.add(stretch(block, library));
    }
  }

  String name() {
    return program.name();
  }

  private void number(Value value, @Nullable Object held) {
    if (numbers.putIfAbsent(value, initial.size()) == null) {
      initial.add(held);
    }
  }

  private Stretch stretch(Block block, Library library) {
    List<Instruction> body = block.instructions();
    Step[] steps = new Step[body.size()];
    for (int i = 0; i < steps.length; i++) {
      Instruction instruction = body.get(i);
      int[] from = registers(instruction.operands(), library);
      steps[i] = library.preparation().step(instruction, register(instruction, library), from);
    }
    return new Stretch(
        block.index(), steps, end(block.end(), library), library.number(body, program));
  }

  private int register(Value value, Library library) {
    if (value instanceof Constant constant) {
      number(constant, library.preparation().constant(constant));
    }
    Integer number = numbers.get(value);
    if (number == null) {
      throw new ProgramException(program.name() + ": a value that no block defines");
    }
    return number;
  }

  private int[] registers(List<? extends Value> values, Library library) {
    return values.stream().mapToInt(value -> register(value, library)).toArray();
  }

  private Way way(Edge edge, Library library) {
    int[] from = registers(edge.arguments(), library);
    return new Way(edge.target().index(), from, registers(edge.target().parameters(), library));
  }

  private End end(Terminator end, Library library) {
    return switch (end) {
      case Terminator.Jump jump -> {
        Way way = way(jump.edge(), library);
        yield r -> way;
      }
      case Terminator.Branch branch -> {
        int condition = register(branch.condition(), library);
        Way then = way(branch.then(), library);
        Way otherwise = way(branch.otherwise(), library);
        yield r -> r.integer(condition) != 0 ? then : otherwise;
      }
      case Terminator.Switch choice -> choice(choice, library);
      case Terminator.Return back -> {
        Way way = new Way(-1, registers(back.values(), library), new int[0]);
        yield r -> way;
      }
      case Terminator.Throw raised ->
          r -> {
            throw new Raised(raised.what(), raised.origin());
          };
    };
  }

  private End choice(Terminator.Switch choice, Library library) {
    int selector = register(choice.selector(), library);
    Map<Integer, Way> ways = new HashMap<>();
    for (int i = 0; i < choice.keys().size(); i++) {
      ways.putIfAbsent(choice.keys().get(i), way(choice.targets().get(i), library));
    }
    Way other = way(choice.other(), library);
    return r -> ways.getOrDefault(r.integer(selector), other);
  }

  /** Runs it. */
  @Nullable Object[] run(@Nullable Object[] arguments, ProgramRun run) {
    int given = program.parameters().size();
    if (arguments.length != given) {
      throw new ProgramException(
          program.name() + " takes " + given + " arguments, not " + arguments.length);
    }
    @Nullable Object[] values = initial.toArray();
    System.arraycopy(arguments, 0, values, 0, given);
    return run(values, new Registers(values, run));
  }

  private @Nullable Object[] run(@Nullable Object[] values, Registers registers) {
    Stretch stretch = stretches.getFirst();
    while (true) {
      int position = stretch.position;
      for (Step step : stretch.steps) {
        registers.run().at(position++);
        step.run(registers);
      }
      Way way = stretch.end.next(registers);
      @Nullable Object[] moved = new @Nullable Object[way.from.length];
      for (int i = 0; i < moved.length; i++) {
        moved[i] = values[way.from[i]];
      }
      if (way.target < 0) {
        return moved;
      }
      for (int i = 0; i < moved.length; i++) {
        values[way.to[i]] = moved[i];
      }
      if (way.target <= stretch.index && Thread.interrupted()) {
        throw new CancelledException("the evaluation was interrupted", "");
      }
      stretch = stretches.get(way.target);
    }
  }
}
