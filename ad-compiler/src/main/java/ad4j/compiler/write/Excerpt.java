package ad4j.compiler.write;

import ad4j.program.Block;
import ad4j.program.Draft;
import ad4j.program.Edge;
import ad4j.program.Instruction;
import ad4j.program.Parameter;
import ad4j.program.Program;
import ad4j.program.ProgramBuilder;
import ad4j.program.Routine;
import ad4j.program.Terminator;
import ad4j.program.Type;
import ad4j.program.Value;
import ad4j.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a routine of a part of a Program. */
final class Excerpt {
  private final Part part;
  private final Program program;
  private final ProgramBuilder builder;
  private final Map<Value, Value> copies = new HashMap<>();
  private final Map<Parameter, Variable> variables = new HashMap<>();
  private final Map<Block, Draft> drafts = new HashMap<>();

  private Excerpt(Part part, Program program, String name) {
    this.part = part;
    this.program = program;
    this.builder = new ProgramBuilder(name, results(part).stream().map(Value::type).toList());
    for (Value input : part.inputs()) {
      copies.put(input, builder.parameter(input.type(), ""));
    }
  }

  /** What a part hands over and what it gives besides, in this order. */
  static List<Value> results(Part part) {
    List<Value> all = new ArrayList<>();
    if (part.shape() instanceof Part.Blocks blocks) {
      all.addAll(blocks.handed());
    }
    all.addAll(part.outputs());
    return all;
  }

  static Routine routine(Part part, Program program, String name) {
    Excerpt excerpt = new Excerpt(part, program, name);
    switch (part.shape()) {
      case Part.Run run -> excerpt.copy(run.instructions());
      case Part.Blocks blocks -> excerpt.copy(blocks);
    }
    excerpt.builder.giveBack(results(part).stream().map(excerpt::result).toList());
    List<Type> inputs = part.inputs().stream().map(Value::type).toList();
    Program body = excerpt.builder.build();
    Routine routine = new Routine(name, inputs, body.results());
    routine.define(body);
    return routine;
  }

  private Value result(Value value) {
    boolean handed = part.shape() instanceof Part.Blocks blocks && blocks.handed().contains(value);
    return handed ? builder.get(variable((Parameter) value)) : copy(value);
  }

  private void copy(Part.Blocks shape) {
    for (Parameter parameter : shape.first().parameters()) {
      builder.set(variable(parameter), copy(parameter));
    }
    builder.jump(draft(shape.first()));
    for (Block block : program.blocks()) {
      if (shape.blocks().contains(block)) {
        builder.at(draft(block));
        for (Parameter parameter : block.parameters()) {
          copies.put(parameter, builder.get(variable(parameter)));
        }
        copy(block.instructions());
        end(block.end());
      }
    }
    builder.at(draft(shape.after()));
  }

  private void copy(List<Instruction> instructions) {
    for (Instruction instruction : instructions) {
      List<Value> operands = instruction.operands().stream().map(this::copy).toList();
      copies.put(instruction, builder.again(instruction, operands));
    }
  }

  private void end(Terminator end) {
    switch (end) {
      case Terminator.Jump jump -> {
        hand(jump.edge());
        builder.jump(draft(jump.edge().target()));
      }
      case Terminator.Branch branch -> {
        Draft then = way(branch.then());
        builder.branch(copy(branch.condition()), then, way(branch.otherwise()));
      }
      case Terminator.Switch choice -> {
        List<Draft> targets = choice.targets().stream().map(this::way).toList();
        builder.choose(copy(choice.selector()), choice.keys(), targets, way(choice.other()));
      }
      case Terminator.Throw raised -> {
        builder.origin(raised.origin());
        builder.raise(raised.what());
      }
      case Terminator.Return back ->
          builder.giveBack(back.values().stream().map(this::copy).toList());
    }
  }

  /** A block on the way of an edge, which hands over its arguments. */
  private Draft way(Edge edge) {
    if (edge.arguments().isEmpty()) {
      return draft(edge.target());
    }
    Draft from = builder.current();
    Draft way = builder.block();
    builder.at(way);
    hand(edge);
    builder.jump(draft(edge.target()));
    builder.at(from);
    return way;
  }

  private void hand(Edge edge) {
    List<Value> arguments = edge.arguments().stream().map(this::copy).toList();
    for (int i = 0; i < arguments.size(); i++) {
      builder.set(variable(edge.target().parameters().get(i)), arguments.get(i));
    }
  }

  private Variable variable(Parameter parameter) {
    return variables.computeIfAbsent(parameter, key -> new Variable(key.type(), key.name()));
  }

  private Draft draft(Block block) {
    return drafts.computeIfAbsent(block, key -> builder.block());
  }

  private Value copy(Value value) {
    return copies.getOrDefault(value, value);
  }
}
