package ad4j.reverse.program;

import ad4j.program.Block;
import ad4j.program.Constant;
import ad4j.program.Draft;
import ad4j.program.Edge;
import ad4j.program.Loop;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Where the backward half enters loops. A loop that is left from several blocks would be entered,
 * against the flow, at several: it gets one block through which every entry and every turn goes,
 * and which goes on where it is told to.
 */
final class LoopEntries {
  private final Analysis analysis;
  private final ProgramBuilder builder;
  private final Function<Block, Draft> drafts;
  private final Map<Loop, List<Block>> exits = new HashMap<>();
  private final Map<Loop, Draft> entries = new LinkedHashMap<>();
  private final Map<Loop, Variable> chosen = new HashMap<>();

  LoopEntries(Analysis analysis, ProgramBuilder builder, Function<Block, Draft> drafts) {
    this.analysis = analysis;
    this.builder = builder;
    this.drafts = drafts;
  }

  /** Goes from {@code target} to {@code source} against the flow; {@code left} from the outside. */
  void enter(Block source, List<Loop> left) {
    for (Loop loop : left) {
      if (isShared(loop)) {
        builder.set(chosen(loop), Constant.of(exits(loop).indexOf(source)));
      }
    }
    builder.jump(way(source, left));
  }

  /** Goes to the latch of a loop, for another turn. */
  void turn(Loop loop, Block latch) {
    if (isShared(loop)) {
      builder.set(chosen(loop), Constant.of(exits(loop).size()));
      builder.jump(entry(loop));
    } else {
      builder.jump(drafts.apply(latch));
    }
  }

  /** Ends the shared entries, once all ways are there. */
  void complete() {
    List<Loop> open = new ArrayList<>(entries.keySet());
    for (int i = 0; i < open.size(); i++) {
      Loop loop = open.get(i);
      builder.at(entry(loop));
      List<Integer> keys = new ArrayList<>();
      List<Draft> targets = new ArrayList<>();
      for (Block exit : exits(loop)) {
        keys.add(keys.size());
        targets.add(way(exit, inner(loop, exit)));
      }
      Draft latch = drafts.apply(analysis.counting().latch(loop));
      builder.choose(builder.get(chosen(loop)), keys, targets, latch);
      for (Loop more : entries.keySet()) {
        if (!open.contains(more)) {
          open.add(more);
        }
      }
    }
  }

  private Draft way(Block source, List<Loop> left) {
    for (Loop loop : left) {
      if (isShared(loop)) {
        return entry(loop);
      }
    }
    return drafts.apply(source);
  }

  /** The loops within this one that are left, too, on leaving from {@code exit}. */
  private List<Loop> inner(Loop outer, Block exit) {
    List<Loop> loops = new ArrayList<>();
    for (Loop loop = analysis.flow().loop(exit);
        loop != null && loop != outer;
        loop = loop.parent()) {
      loops.addFirst(loop);
    }
    return loops;
  }

  private boolean isShared(Loop loop) {
    return exits(loop).size() > 1;
  }

  private Draft entry(Loop loop) {
    return entries.computeIfAbsent(loop, key -> builder.block());
  }

  private Variable chosen(Loop loop) {
    return chosen.computeIfAbsent(loop, key -> new Variable(Type.I32, ""));
  }

  private List<Block> exits(Loop loop) {
    return exits.computeIfAbsent(
        loop,
        key -> {
          List<Block> blocks = new ArrayList<>();
          for (Block block : loop.blocks()) {
            if (block.edges().stream().anyMatch(edge -> leaves(edge, loop))) {
              blocks.add(block);
            }
          }
          return blocks;
        });
  }

  private boolean leaves(Edge edge, Loop loop) {
    return !loop.contains(edge.target()) && analysis.returns(edge.target());
  }
}
