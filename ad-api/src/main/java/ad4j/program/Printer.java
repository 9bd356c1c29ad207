package ad4j.program;

import ad4j.error.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The text of a Program, with the routines that it calls, which {@link ProgramParser} reads.
 *
 * <p>
 *
 * {@snippet lang=text :
 * program twice(x: f64) -> f64
 * b0(x: f64):
 *   %0 = add x, x
 *   return %0
 * }
 */
public final class Printer {
  private static final int COLUMN = 40;

  private final boolean origins;
  private final Map<Routine, String> routines = new LinkedHashMap<>();
  private final List<Routine> open = new ArrayList<>();
  private final Names routineNames = new Names();
  private final StringBuilder text = new StringBuilder();
  private Map<Value, String> values = Map.of();

  private Printer(boolean origins) {
    this.origins = origins;
  }

  /** The text of {@code program}. */
  public static String print(Program program) {
    return new Printer(false).printAll(program);
  }

  /** The text, with file and line of the source as comments. */
  public static String printWithOrigins(Program program) {
    return new Printer(true).printAll(program);
  }

  private String printAll(Program program) {
    text.append("program ").append(Names.quoted(program.name()));
    printBody(program);
    for (int i = 0; i < open.size(); i++) {
      Routine routine = open.get(i);
      text.append("\nroutine ").append(Names.quoted(name(routine)));
      printBody(routine.body());
    }
    return text.toString();
  }

  private String name(Routine routine) {
    return routines.computeIfAbsent(
        routine,
        key -> {
          open.add(key);
          return routineNames.unique(key.name());
        });
  }

  private void printBody(Program program) {
    values = Names.of(program);
    text.append('(').append(declared(program.parameters())).append(')');
    if (!program.results().isEmpty()) {
      text.append(" -> ").append(joined(program.results()));
    }
    text.append('\n');
    for (Block block : program.blocks()) {
      text.append(block);
      if (!block.parameters().isEmpty()) {
        text.append('(').append(declared(block.parameters())).append(')');
      }
      text.append(":\n");
      block.instructions().forEach(this::print);
      text.append("  ").append(end(block.end())).append('\n');
    }
  }

  private void print(Instruction instruction) {
    int start = text.length();
    text.append("  ");
    String own = values.get(instruction);
    if (own != null) {
      text.append(own).append(" = ");
    }
    text.append(Mnemonic.of(instruction));
    String operands = operands(instruction.operands());
    if (instruction.op() instanceof Op.Call(Routine routine)) {
      text.append(' ').append(Names.quoted(name(routine)));
      text.append('(').append(operands).append(')');
    } else if (!operands.isEmpty()) {
      text.append(' ').append(operands);
    }
    Origin origin = instruction.origin();
    if (origins && origin != null) {
      text.repeat(' ', Math.max(1, COLUMN - (text.length() - start)));
      text.append("; ").append(origin.source()).append(':').append(origin.line());
    }
    text.append('\n');
  }

  private String end(Terminator end) {
    return switch (end) {
      case Terminator.Jump(Edge edge) -> "jump " + way(edge);
      case Terminator.Branch(Value condition, Edge then, Edge otherwise) ->
          "branch " + operand(condition) + " " + way(then) + " " + way(otherwise);
      case Terminator.Switch choice -> {
        StringBuilder all = new StringBuilder("switch " + operand(choice.selector()));
        for (int i = 0; i < choice.keys().size(); i++) {
          all.append(' ').append(choice.keys().get(i)).append(": ");
          all.append(way(choice.targets().get(i)));
        }
        yield all.append(" else ").append(way(choice.other())).toString();
      }
      case Terminator.Return(List<Value> results) ->
          results.isEmpty() ? "return" : "return " + operands(results);
      case Terminator.Throw(String what, Origin _) -> "throw " + Names.inQuotes(what);
    };
  }

  private String way(Edge edge) {
    String arguments = operands(edge.arguments());
    return edge.target() + (arguments.isEmpty() ? "" : "(" + arguments + ")");
  }

  private String operands(List<Value> operands) {
    return operands.stream().map(this::operand).collect(Collectors.joining(", "));
  }

  private String operand(Value value) {
    return value instanceof Constant ? value.toString() : values.getOrDefault(value, "?");
  }

  private String declared(List<Parameter> parameters) {
    return parameters.stream()
        .map(parameter -> operand(parameter) + ": " + parameter.type())
        .collect(Collectors.joining(", "));
  }

  private static String joined(List<Type> types) {
    return types.stream().map(Type::toString).collect(Collectors.joining(", "));
  }
}
