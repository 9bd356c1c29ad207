package ad4j.compiler.write;

import ad4j.program.Block;
import ad4j.program.Edge;
import ad4j.program.Program;
import ad4j.program.Terminator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which blocks are written, and in which order: all but those that only lead further on. */
final class Layout {
  private final List<Block> written;
  private final @Nullable Block[] next;

  Layout(Program program) {
    written =
        program.blocks().stream()
            .filter(block -> block == program.entry() || forward(block) == null)
            .toList();
    next = new @Nullable Block[program.blocks().size()];
    for (int i = 0; i + 1 < written.size(); i++) {
      next[written.get(i).index()] = written.get(i + 1);
    }
  }

  List<Block> written() {
    return written;
  }

  /** What is written after a block. */
  @Nullable Block next(Block block) {
    return next[block.index()];
  }

  /** Where an edge leads in the end. */
  Block target(Edge edge) {
    Block target = edge.target();
    Block further = forward(target);
    while (further != null) {
      target = further;
      further = forward(target);
    }
    return target;
  }

  /** The block that an empty one leads to. */
  private static @Nullable Block forward(Block block) {
    return block.parameters().isEmpty()
            && block.instructions().isEmpty()
            && block.end() instanceof Terminator.Jump jump
            && jump.edge().arguments().isEmpty()
            && jump.edge().target().index() > block.index()
        ? jump.edge().target()
        : null;
  }
}
