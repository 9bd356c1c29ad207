package ad4j.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies a Program into a builder, block by block: what passes that change a Program here and there
 * extend. Parameters of blocks become variables, so that a pass may add and drop ways.
 */
public class Copy {
  private final Program program;
  private final ProgramBuilder builder;
  private final Map<Value, Value> copies = new HashMap<>();
  private final Map<Parameter, Variable> variables = new HashMap<>();
  private final Map<Block, Draft> drafts = new HashMap<>();

  /** Copies {@code program}, whose parameters are these values. */
  protected Copy(Program program, ProgramBuilder builder, List<? extends Value> arguments) {
    this.program = program;
    this.builder = builder;
    for (int i = 0; i < arguments.size(); i++) {
      copies.put(program.parameters().get(i), arguments.get(i));
    }
  }

  /** Adds the parameters of {@code program} to {@code builder}. */
  protected static List<Parameter> parameters(Program program, ProgramBuilder builder) {
    List<Parameter> all = new ArrayList<>();
    for (Parameter parameter : program.parameters()) {
      all.add(builder.parameter(parameter.type(), parameter.name()));
    }
    return all;
  }

  /** Copies all blocks; the first one goes on where the builder is. */
  protected final void run() {
    run(program.entry(), program.blocks());
  }

  /** Copies these blocks only; {@code first} goes on where the builder is. */
  protected final void run(Block first, List<Block> blocks) {
    drafts.put(first, builder.current());
    for (Block block : blocks) {
      builder.at(draft(block));
      if (replaces(block)) {
        continue;
      }
      begin(block);
      for (Instruction instruction : block.instructions()) {
        copies.put(instruction, instruction(instruction));
      }
      end(block);
    }
  }

  /** Whether something else stands for a block, which has been built here, or nothing. */
  protected boolean replaces(Block block) {
    return false;
  }

  /** Where copies go. */
  protected final ProgramBuilder builder() {
    return builder;
  }

  /** What is copied. */
  protected final Program program() {
    return program;
  }

  /** The copy of a block, filled or not. */
  protected final Draft draft(Block block) {
    return drafts.computeIfAbsent(block, key -> builder.block());
  }

  /** Lets the copy of a block go on in this one. */
  protected final void draft(Block block, Draft copy) {
    drafts.put(block, copy);
  }

  /** The copy of a value. */
  protected final Value copy(Value value) {
    Value copy = copies.get(value);
    return copy == null ? value : copy;
  }

  /** Takes {@code copy} for {@code value} from now on. */
  protected final void copy(Value value, Value copy) {
    copies.put(value, copy);
  }

  /** The copies of values. */
  protected final List<Value> copies(List<? extends Value> values) {
    List<Value> all = new ArrayList<>();
    for (Value value : values) {
      all.add(copy(value));
    }
    return all;
  }

  /** The variable that stands for a parameter of a block. */
  protected final Variable variable(Parameter parameter) {
    return variables.computeIfAbsent(parameter, key -> new Variable(key.type(), key.name()));
  }

  /** Begins the copy of a block. */
  protected void begin(Block block) {
    if (block != program.entry()) {
      for (Parameter parameter : block.parameters()) {
        copies.put(parameter, builder.get(variable(parameter)));
      }
    }
  }

  /** Copies an instruction. */
  protected Value instruction(Instruction instruction) {
    return builder.again(instruction, copies(instruction.operands()));
  }

  /** Copies the end of a block. */
  protected void end(Block block) {
    switch (block.end()) {
      case Terminator.Jump jump -> {
        Draft target = way(block, jump.edge());
        builder.jump(target);
      }
      case Terminator.Branch branch -> {
        Draft then = way(block, branch.then());
        Draft otherwise = way(block, branch.otherwise());
        builder.branch(copy(branch.condition()), then, otherwise);
      }
      case Terminator.Switch choice -> {
        List<Draft> targets = new ArrayList<>();
        for (Edge edge : choice.targets()) {
          targets.add(way(block, edge));
        }
        Draft other = way(block, choice.other());
        builder.choose(copy(choice.selector()), choice.keys(), targets, other);
      }
      case Terminator.Return back -> giveBack(copies(back.values()));
      case Terminator.Throw raised -> {
        builder.origin(raised.origin());
        builder.raise(raised.what());
      }
    }
  }

  /** Ends the copy of a block that returns these values. */
  protected void giveBack(List<Value> values) {
    builder.giveBack(values);
  }

  /**
   * The block that the copy of {@code block} goes to for this edge, with the arguments handed over:
   * the target itself if {@code block} goes nowhere else, or a new block on the way.
   */
  protected Draft way(Block block, Edge edge) {
    Draft from = builder.current();
    boolean direct = edge.arguments().isEmpty() || block.end() instanceof Terminator.Jump;
    Draft on = direct ? from : builder.block();
    List<Value> arguments = copies(edge.arguments());
    builder.at(on);
    for (int i = 0; i < arguments.size(); i++) {
      builder.set(variable(edge.target().parameters().get(i)), arguments.get(i));
    }
    passed(block, edge);
    if (direct) {
      return target(block, edge.target());
    }
    builder.jump(target(block, edge.target()));
    builder.at(from);
    return on;
  }

  /** Comes after the arguments of an edge were handed over, on the way. */
  protected void passed(Block from, Edge edge) {}

  /** Where the copy of {@code from} goes when {@code from} goes to {@code to}. */
  protected Draft target(Block from, Block to) {
    return draft(to);
  }
}
