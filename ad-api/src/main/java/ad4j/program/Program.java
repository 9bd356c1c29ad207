package ad4j.program;

import java.util.List;

/**
 * A function as data: a control-flow graph in SSA form. Made by {@link ProgramBuilder}; unchanged
 * from then on.
 *
 * @param name of the function, for readers
 * @param results the types of what it returns, none if it only writes to arrays
 * @param blocks in reverse postorder: each but the targets of loops after all that jump to it
 */
public record Program(String name, List<Type> results, List<Block> blocks) {
  /** Copies the lists. */
  public Program {
    results = List.copyOf(results);
    blocks = List.copyOf(blocks);
  }

  /** Where it begins. */
  public Block entry() {
    return blocks.getFirst();
  }

  /** What it is given. */
  public List<Parameter> parameters() {
    return entry().parameters();
  }

  /** Whether it calls a {@link Routine}. */
  public boolean calls() {
    return blocks.stream()
        .flatMap(block -> block.instructions().stream())
        .anyMatch(instruction -> instruction.op() instanceof Op.Call);
  }

  /** How many instructions it has in all. */
  public int size() {
    return blocks.stream().mapToInt(block -> block.instructions().size()).sum();
  }
}
