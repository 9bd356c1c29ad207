package ad4j.compiler.write;

import ad4j.program.Block;
import ad4j.program.Constant;
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
  private final Variable exit = new Variable(Type.I32, "exit");

  /** What is computed on some of the ways only is handed on in variables. */
  private final Map<Value, Variable> outputs = new HashMap<>();

  private Excerpt(Part part, Program program, String name) {
    this.part = part;
    this.program = program;
    this.builder = new ProgramBuilder(name, types(part));
    for (Value input : part.inputs()) {
      copies.put(input, builder.parameter(input.type(), ""));
    }
  }

  private static List<Type> types(Part part) {
    List<Type> types = new ArrayList<>();
    if (part.shape() instanceof Part.Blocks blocks) {
      types.addAll(blocks.isNumbered() ? List.of(Type.I32) : List.of());
      blocks.handed().forEach(parameter -> types.add(parameter.type()));
    }
    part.outputs().forEach(output -> types.add(output.type()));
    return types;
  }

  static Routine routine(Part part, Program program, String name) {
    Excerpt excerpt = new Excerpt(part, program, name);
    switch (part.shape()) {
      case Part.Run run -> excerpt.copy(run.instructions());
      case Part.Blocks blocks -> excerpt.copy(blocks);
    }
    excerpt.builder.giveBack(excerpt.results());
    List<Type> inputs = part.inputs().stream().map(Value::type).toList();
    Program body = excerpt.builder.build();
    Routine routine = new Routine(name, inputs, body.results());
    routine.define(body);
    return routine;
  }

  /** The number of the exit, what is handed over and what is given besides, in this order. */
  private List<Value> results() {
    List<Value> results = new ArrayList<>();
    if (part.shape() instanceof Part.Blocks blocks) {
      if (blocks.isNumbered()) {
        results.add(builder.get(exit));
      }
      blocks.handed().forEach(parameter -> results.add(builder.get(variable(parameter))));
    }
    for (Value output : part.outputs()) {
      Variable variable = outputs.get(output);
      results.add(variable == null ? copy(output) : builder.get(variable));
    }
    return results;
  }

  private void copy(Part.Blocks shape) {
    for (Parameter parameter : shape.first().parameters()) {
      builder.set(variable(parameter), copy(parameter));
    }
    for (Value output : part.outputs()) {
      outputs.put(output, new Variable(output.type(), ""));
    }
    builder.jump(draft(shape.first()));
    for (Block block : program.blocks()) {
      if (shape.blocks().contains(block)) {
        builder.at(draft(block));
        for (Parameter parameter : block.parameters()) {
          put(parameter, builder.get(variable(parameter)));
        }
        copy(block.instructions());
        end(block.end());
      }
    }
    Draft end = builder.block();
    for (int i = 0; i < shape.exits().size(); i++) {
      builder.at(draft(shape.exits().get(i)));
      builder.set(exit, Constant.of(i));
      builder.jump(end);
    }
    builder.at(end);
  }

  private void put(Value value, Value copy) {
    copies.put(value, copy);
    Variable output = outputs.get(value);
    if (output != null) {
      builder.set(output, copy);
    }
  }

  private void copy(List<Instruction> instructions) {
    for (Instruction instruction : instructions) {
      List<Value> operands = instruction.operands().stream().map(this::copy).toList();
      put(instruction, builder.again(instruction, operands));
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
