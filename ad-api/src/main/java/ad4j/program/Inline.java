package ad4j.program;

import java.util.ArrayList;
import java.util.List;

/** Copies a Program into another one that is being built: a call without a call. */
public final class Inline extends Copy {
  private final Draft after;
  private final List<Variable> results = new ArrayList<>();

  private Inline(Program program, ProgramBuilder builder, List<? extends Value> arguments) {
    super(program, builder, arguments);
    after = builder.block();
    for (Type type : program.results()) {
      results.add(new Variable(type, ""));
    }
  }

  /**
   * Runs {@code program} on these arguments where the builder is, and goes on after it.
   *
   * @return its results
   */
  public static List<Value> call(
      Program program, ProgramBuilder builder, List<? extends Value> arguments) {
    Inline inline = new Inline(program, builder, arguments);
    // The Program's first block may be where another one is being filled: it gets its own.
    Draft first = builder.block();
    builder.jump(first);
    builder.at(first);
    inline.run();
    builder.at(inline.after);
    builder.origin(null);
    return inline.results.stream().map(builder::get).toList();
  }

  @Override
  protected void giveBack(List<Value> values) {
    for (int i = 0; i < values.size(); i++) {
      builder().set(results.get(i), values.get(i));
    }
    builder().jump(after);
  }
}
