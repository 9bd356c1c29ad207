package ad4j.program;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A loop: its header dominates all its blocks, and each of them leads back to the header. */
public final class Loop {
  private final Block header;
  private final Set<Block> blocks = new LinkedHashSet<>();
  private @Nullable Loop parent;

  Loop(Block header) {
    this.header = header;
    blocks.add(header);
  }

  void add(Block block) {
    blocks.add(block);
  }

  void within(Loop outer) {
    parent = outer;
  }

  /** Where it is entered, and where each turn begins. */
  public Block header() {
    return header;
  }

  /** All its blocks, those of inner loops too. */
  public Set<Block> blocks() {
    return blocks;
  }

  /** The loop around it. */
  public @Nullable Loop parent() {
    return parent;
  }

  /** 1 for an outermost loop. */
  public int depth() {
    Loop outer = parent;
    return outer == null ? 1 : outer.depth() + 1;
  }

  /** Whether {@code block} is in it. */
  public boolean contains(Block block) {
    return blocks.contains(block);
  }

  /** Whether {@code other} is this loop or within it. */
  public boolean encloses(@Nullable Loop other) {
    for (Loop loop = other; loop != null; loop = loop.parent) {
      if (loop == this) {
        return true;
      }
    }
    return false;
  }
}
