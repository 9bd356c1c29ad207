package ad4j.reverse.program;

import ad4j.program.Block;
import ad4j.program.Inline;
import ad4j.program.Loop;
import ad4j.program.Parameter;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * A loop each turn of which is pulled back as soon as it has run.
 *
 * @param blocks a turn but for the header, in order, with the blocks that it fails in
 * @param sums the active parameters of the header, with what becomes of them after the loop
 * @param exit tells the adjoints of the sums
 * @param scratch the active arrays that each turn works in anew
 */
record FusedLoop(
    Analysis analysis,
    Loop loop,
    List<Block> blocks,
    Map<Parameter, List<ExitAdjoints.Way>> sums,
    ExitAdjoints exit,
    Set<Value> scratch) {
  /** Whether a block is run in the turn only: nothing is to be done for it elsewhere. */
  boolean covers(Block block) {
    return analysis.flow().dominates(blocks.getFirst(), block);
  }

  /** The adjoints of the sums, where the builder is before the loop; in the order of the header. */
  List<Value> seeds(Forward forward, ProgramBuilder builder, IntFunction<Value> seeds) {
    List<Value> all = new ArrayList<>();
    for (Parameter parameter : loop.header().parameters()) {
      List<ExitAdjoints.Way> ways = sums.get(parameter);
      if (ways != null) {
        all.add(exit.build(ways, seeds, forward::argument, builder));
      }
    }
    return all;
  }

  /**
   * Runs a turn and its pullback where the builder is.
   *
   * @return the parameters of the header for the next turn
   */
  List<Value> turn(
      Forward forward, Adjoints adjoints, ProgramBuilder builder, List<Value> seeds, Slots slots) {
    List<Value> given = Turn.given(blocks);
    Program turn = Turn.of(analysis.program(), loop, blocks);
    Roles roles = roles(given);
    List<Value> arguments = new ArrayList<>(given.stream().map(forward::argument).toList());
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i).type().isArray()
          && (roles.inputs().contains(i) || roles.scratch().contains(i))) {
        arguments.add(forward.shadowOf(given.get(i)));
      }
    }
    arguments.addAll(seeds);
    List<Value> results =
        Inline.call(ProgramPullback.ofTurn(turn, roles, slots), builder, arguments);
    int next = turn.results().size();
    for (int input : roles.inputs()) {
      if (!given.get(input).type().isArray()) {
        adjoints.add(given.get(input), results.get(next++));
      }
    }
    return results.subList(0, turn.results().size());
  }

  private Roles roles(List<Value> given) {
    List<Integer> inputs = new ArrayList<>();
    Set<Integer> work = new HashSet<>();
    for (int i = 0; i < given.size(); i++) {
      Value value = given.get(i);
      if (scratch.contains(value)) {
        work.add(i);
      } else if (analysis.isActive(value)
          && !(value instanceof Parameter p && sums.containsKey(p))) {
        inputs.add(i);
      }
    }
    Set<Integer> outputs = new HashSet<>();
    for (int i = 0; i < loop.header().parameters().size(); i++) {
      if (sums.containsKey(loop.header().parameters().get(i))) {
        outputs.add(i);
      }
    }
    return new Roles(inputs, work, outputs);
  }
}
