package ad4j.program;

import ad4j.error.ProgramException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who jumps to whom in a Program: sources, dominators, loops. Dominators after K. Cooper, T. Harvey
 * and K. Kennedy, <i>A Simple, Fast Dominance Algorithm</i> (2001).
 */
public final class Flow {
  private final Program program;
  private final List<List<Block>> sources = new ArrayList<>();
  private final int[] dominators;

  /** In the tree of dominators: how many each dominates, and where it stands in preorder. */
  private final int[] sizes;

  private final int[] places;
  private final @Nullable Loop[] loops;
  private final List<Loop> all = new ArrayList<>();

  /**
   * Analyses {@code program}.
   *
   * @throws ProgramException if a loop has more than one entry, which no Java source gives
   */
  public Flow(Program program) {
    this.program = program;
    int count = program.blocks().size();
    dominators = new int[count];
    sizes = new int[count];
    places = new int[count];
    loops = new @Nullable Loop[count];
    for (int i = 0; i < count; i++) {
      sources.add(new ArrayList<>());
    }
    for (Block block : program.blocks()) {
      for (Edge edge : block.edges()) {
        sources.get(edge.target().index()).add(block);
      }
    }
    findDominators();
    arrange();
    findLoops();
  }

  /** What was analysed. */
  public Program program() {
    return program;
  }

  /** Who jumps there; one that does so twice stands there twice. */
  public List<Block> sources(Block block) {
    return sources.get(block.index());
  }

  /** Whether every way to {@code lower} leads through {@code upper}; of itself, too. */
  public boolean dominates(Block upper, Block lower) {
    int first = places[upper.index()];
    int place = places[lower.index()];
    return upper == lower || (first >= 0 && place >= first && place < first + sizes[upper.index()]);
  }

  /** The last block that every way to this one leads through; of the first, itself. */
  public Block dominator(Block block) {
    return program.blocks().get(dominators[block.index()]);
  }

  /** The innermost loop around it. */
  public @Nullable Loop loop(Block block) {
    return loops[block.index()];
  }

  /** All loops, outer ones before those within them. */
  public List<Loop> loops() {
    return all;
  }

  /** How many loops are around it. */
  public int depth(Block block) {
    Loop loop = loop(block);
    return loop == null ? 0 : loop.depth();
  }

  private void findDominators() {
    for (int i = 1; i < dominators.length; i++) {
      dominators[i] = -1;
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 1; i < dominators.length; i++) {
        int common = -1;
        for (Block source : sources.get(i)) {
          int j = source.index();
          if (j == 0 || dominators[j] >= 0) {
            common = common < 0 ? j : meet(common, j);
          }
        }
        if (common != dominators[i]) {
          dominators[i] = common;
          changed = true;
        }
      }
    }
  }

  private int meet(int first, int second) {
    int i = first;
    int j = second;
    while (i != j) {
      while (i > j) {
        i = dominators[i];
      }
      while (j > i) {
        j = dominators[j];
      }
    }
    return i;
  }

  private void arrange() {
    for (int i = dominators.length - 1; i >= 0; i--) {
      sizes[i]++;
      if (i > 0 && dominators[i] >= 0) {
        sizes[dominators[i]] += sizes[i];
      }
    }
    int[] next = new int[dominators.length];
    for (int i = 0; i < dominators.length; i++) {
      int dominator = dominators[i];
      places[i] = i == 0 ? 0 : dominator < 0 ? -1 : next[dominator];
      next[i] = places[i] + 1;
      if (i > 0 && dominator >= 0) {
        next[dominator] += sizes[i];
      }
    }
  }

  private void findLoops() {
    // Headers in order: an outer one comes first.
    for (Block header : program.blocks()) {
      Deque<Block> open = new ArrayDeque<>();
      for (Block source : sources(header)) {
        if (source.index() >= header.index()) {
          if (!dominates(header, source)) {
            throw new ProgramException("a loop with two entries in " + program.name());
          }
          open.add(source);
        }
      }
      if (!open.isEmpty()) {
        add(header, open);
      }
    }
  }

  private void add(Block header, Deque<Block> open) {
    Loop loop = new Loop(header);
    Loop outer = loops[header.index()];
    if (outer != null) {
      loop.within(outer);
    }
    while (!open.isEmpty()) {
      Block block = open.remove();
      if (!loop.contains(block)) {
        loop.add(block);
        open.addAll(sources(block));
      }
    }
    for (Block block : loop.blocks()) {
      loops[block.index()] = loop;
    }
    all.add(loop);
  }
}
