package ad4j.compiler.write;

import ad4j.program.Block;
import ad4j.program.Constant;
import ad4j.program.Copy;
import ad4j.program.Draft;
import ad4j.program.Instruction;
import ad4j.program.Op;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.Routine;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Copies a Program with a call in place of a part of it. */
final class Replacement extends Copy {
  private final Part part;
  private final Routine routine;
  private final Set<Instruction> moved = new HashSet<>();

  private Replacement(Part part, Program program, ProgramBuilder builder, Routine routine) {
    super(program, builder, parameters(program, builder));
    this.part = part;
    this.routine = routine;
    switch (part.shape()) {
      case Part.Run run -> moved.addAll(run.instructions());
      case Part.Blocks blocks -> blocks.blocks().forEach(x -> moved.addAll(x.instructions()));
    }
  }

  static Program of(Part part, Program program, Routine routine) {
    ProgramBuilder builder = new ProgramBuilder(program.name(), program.results());
    new Replacement(part, program, builder, routine).run();
    return builder.build();
  }

  @Override
  protected void begin(Block block) {
    // what is moved but for its first block is not reached any more
    if (!(part.shape() instanceof Part.Blocks blocks
        && blocks.blocks().contains(block)
        && block != blocks.first())) {
      super.begin(block);
    }
  }

  @Override
  protected Value instruction(Instruction instruction) {
    if (!moved.contains(instruction)) {
      return super.instruction(instruction);
    }
    if (part.shape() instanceof Part.Run run && run.instructions().getFirst() == instruction) {
      call();
    }
    // nobody reads it, unless it is a result of the call
    Value result = copy(instruction);
    return result == instruction ? Constant.initial(Type.F64) : result;
  }

  @Override
  protected void end(Block block) {
    if (!(part.shape() instanceof Part.Blocks blocks && blocks.blocks().contains(block))) {
      super.end(block);
    } else if (block == blocks.first()) {
      List<Value> results = call();
      int first = blocks.isNumbered() ? 1 : 0;
      for (int i = 0; i < blocks.handed().size(); i++) {
        builder().set(variable(blocks.handed().get(i)), results.get(first + i));
      }
      List<Draft> exits = blocks.exits().stream().map(this::draft).toList();
      List<Integer> numbers = IntStream.range(0, exits.size() - 1).boxed().toList();
      if (numbers.isEmpty()) {
        builder().jump(exits.getLast());
      } else {
        builder()
            .choose(results.getFirst(), numbers, exits.subList(0, numbers.size()), exits.getLast());
      }
    } else {
      builder().raise("moved");
    }
  }

  /** Appends the call; its results are the copies of what is read after the part. */
  private List<Value> call() {
    List<Value> inputs = copies(part.inputs());
    Value call =
        builder().append(new Op.Call(routine), routine.type(), inputs.toArray(Value[]::new));
    int count = routine.results().size();
    List<Value> results = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Type type = routine.results().get(i);
      results.add(count == 1 ? call : builder().append(new Op.Result(i), type, call));
    }
    int handed = count - part.outputs().size();
    for (int i = handed; i < count; i++) {
      copy(part.outputs().get(i - handed), results.get(i));
    }
    return results;
  }
}
