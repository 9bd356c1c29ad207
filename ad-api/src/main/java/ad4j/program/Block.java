package ad4j.program;

import ad4j.error.ProgramException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Instructions that run one after the other, and what comes then. Unchanged once it is built. */
public final class Block {
  private final int index;
  private List<Parameter> parameters = List.of();
  private List<Instruction> instructions = List.of();
  private @Nullable Terminator end;

  Block(int index) {
    this.index = index;
  }

  void fill(List<Parameter> given, List<Instruction> body, Terminator last) {
    parameters = List.copyOf(given);
    instructions = List.copyOf(body);
    end = last;
  }

  /** Its place in {@link Program#blocks}. */
  public int index() {
    return index;
  }

  /** What it is given. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** What it does, in order. */
  public List<Instruction> instructions() {
    return instructions;
  }

  /** How it ends. */
  public Terminator end() {
    Terminator last = end;
    if (last == null) {
      throw new ProgramException("block b" + index + " has no end");
    }
    return last;
  }

  /** The jumps that it ends with. */
  public List<Edge> edges() {
    return end().edges();
  }

  @Override
  public String toString() {
    return "b" + index;
  }
}
