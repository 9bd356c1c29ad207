package ad4j.reverse.program;

import ad4j.program.Block;
import ad4j.program.Constant;
import ad4j.program.Copy;
import ad4j.program.Draft;
import ad4j.program.Edge;
import ad4j.program.Loop;
import ad4j.program.Parameter;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.Type;
import ad4j.program.Value;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One turn of a loop as a Program of its own: it is given what the turn reads from outside, and
 * returns the parameters of the loop's header for the next turn.
 */
final class Turn extends Copy {
  private final Loop loop;
  private final List<Block> blocks;
  private final Draft end;

  private Turn(
      Program program, ProgramBuilder builder, Loop loop, List<Block> blocks, List<Value> given) {
    super(program, builder, List.of());
    this.loop = loop;
    this.blocks = blocks;
    for (Value value : given) {
      copy(value, builder.parameter(value.type(), value instanceof Parameter p ? p.name() : ""));
    }
    end = builder.block();
  }

  /**
   * The turn of a loop, which consists of these blocks, in their order in the Program, but for the
   * header; each leads to others of them or to the header.
   */
  static Program of(Program program, Loop loop, List<Block> blocks) {
    List<Type> results = loop.header().parameters().stream().map(Parameter::type).toList();
    ProgramBuilder builder = new ProgramBuilder(program.name(), results);
    return new Turn(program, builder, loop, blocks, given(blocks)).build();
  }

  /** What these blocks read and do not define, in the order in which they read it. */
  static List<Value> given(List<Block> blocks) {
    Set<Value> own = new HashSet<>();
    Set<Value> read = new LinkedHashSet<>();
    for (Block block : blocks) {
      own.addAll(block.parameters());
      own.addAll(block.instructions());
      block.instructions().forEach(instruction -> read.addAll(instruction.operands()));
      read.addAll(block.end().operands());
      for (Edge edge : block.edges()) {
        read.addAll(edge.arguments());
      }
    }
    return read.stream()
        .filter(value -> !(value instanceof Constant) && !own.contains(value))
        .toList();
  }

  private Program build() {
    run(blocks.getFirst(), blocks);
    builder().at(end);
    builder().origin(null);
    builder()
        .giveBack(
            loop.header().parameters().stream()
                .map(parameter -> builder().get(variable(parameter)))
                .toList());
    return builder().build();
  }

  @Override
  protected Draft target(Block from, Block to) {
    return to == loop.header() ? end : super.target(from, to);
  }
}
