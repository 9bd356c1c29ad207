package ad4j.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives each loop one block before it, from which alone it is entered, and one block at its end,
 * from which alone it is repeated; and the Program one block that returns. Both of a loop's blocks
 * are empty.
 */
public final class LoopForm extends Copy {
  private final Flow flow;
  private final Map<Block, Draft> before = new HashMap<>();
  private final Map<Block, Draft> latches = new HashMap<>();
  private final List<Variable> results = new ArrayList<>();
  private final Draft last;

  private LoopForm(Program program, ProgramBuilder builder) {
    super(program, builder, parameters(program, builder));
    flow = new Flow(program);
    last = builder.block();
    for (Type type : program.results()) {
      results.add(new Variable(type, ""));
    }
  }

  /** The same Program in this form. */
  public static Program of(Program program) {
    ProgramBuilder builder = new ProgramBuilder(program.name(), program.results());
    new LoopForm(program, builder).build();
    return builder.build();
  }

  private void build() {
    run();
    before.forEach(this::join);
    latches.forEach(this::join);
    builder().at(last);
    builder().origin(null);
    builder().giveBack(results.stream().map(builder()::get).toList());
  }

  private void join(Block header, Draft draft) {
    builder().at(draft);
    builder().jump(draft(header));
  }

  @Override
  protected void giveBack(List<Value> values) {
    for (int i = 0; i < values.size(); i++) {
      builder().set(results.get(i), values.get(i));
    }
    builder().jump(last);
  }

  @Override
  protected Draft target(Block from, Block to) {
    Loop loop = flow.loop(to);
    if (loop == null || loop.header() != to) {
      return super.target(from, to);
    }
    Map<Block, Draft> kind = loop.contains(from) ? latches : before;
    return kind.computeIfAbsent(to, key -> builder().block());
  }
}
