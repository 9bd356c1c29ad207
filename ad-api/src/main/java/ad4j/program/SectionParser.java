package ad4j.program;

import ad4j.error.ProgramException;
import ad4j.op.OperatorLookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the blocks of one Program. */
final class SectionParser {
  private final OperatorLookup operators;
  private final Map<String, Routine> routines;
  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, Stretch> stretches = new LinkedHashMap<>();

  /** A block, and the lines below its name. */
  private record Stretch(Block block, List<Parameter> parameters, List<Words> lines) {}

  SectionParser(OperatorLookup operators, Map<String, Routine> routines) {
    this.operators = operators;
    this.routines = routines;
  }

  List<Block> blocks(List<Words> lines) {
    Stretch last = null;
    for (Words words : lines) {
      String first = words.peek();
      if (first != null && first.matches("b\\d+")) {
        last = heading(words);
      } else if (last == null) {
        throw words.failure("a block expected, such as 'b0:'");
      } else {
        last.lines.add(words);
      }
    }
    stretches.values().forEach(this::fill);
    return stretches.values().stream().map(Stretch::block).toList();
  }

  private Stretch heading(Words words) {
    String name = words.next();
    if (!name.equals("b" + stretches.size())) {
      throw words.failure("'b" + stretches.size() + "' expected, not '" + name + "'");
    }
    List<Parameter> parameters = new ArrayList<>();
    if (words.take("(")) {
      while (!words.take(")")) {
        String label = words.next();
        words.expect(":");
        Type type = ProgramParser.type(words);
        Parameter parameter = new Parameter(type, label.startsWith("%") ? "" : label);
        parameters.add(parameter);
        define(label, parameter, words);
        words.take(",");
      }
    }
    words.expect(":");
    words.expectEnd();
    Stretch stretch = new Stretch(new Block(stretches.size()), parameters, new ArrayList<>());
    stretches.put(name, stretch);
    return stretch;
  }

  private void define(String name, Value value, Words words) {
    if (values.put(name, value) != null) {
      throw words.failure("'" + name + "' is defined twice");
    }
  }

  private void fill(Stretch stretch) {
    if (stretch.lines.isEmpty()) {
      throw new ProgramException("block " + stretch.block + " is empty");
    }
    List<Instruction> body = new ArrayList<>();
    for (Words words : stretch.lines.subList(0, stretch.lines.size() - 1)) {
      body.add(ProgramParser.located(words, () -> instruction(words)));
    }
    Words last = stretch.lines.getLast();
    stretch.block.fill(
        stretch.parameters, body, ProgramParser.located(last, () -> new EndParser().end(last)));
  }

  private Instruction instruction(Words words) {
    String first = words.next();
    String name = words.take("=") ? first : null;
    String word = name == null ? first : words.next();
    Instruction instruction = word.equals("call") ? call(words) : plain(word, words);
    words.expectEnd();
    if (name != null) {
      define(name, instruction, words);
    }
    return instruction;
  }

  private Instruction plain(String word, Words words) {
    return Mnemonic.parse(word, words.isEmpty() ? List.of() : operands(words), operators);
  }

  private Instruction call(Words words) {
    String name = Names.unquoted(words.next());
    Routine routine = routines.get(name);
    if (routine == null) {
      throw words.failure("no routine '" + name + "'");
    }
    return new Instruction(new Op.Call(routine), routine.type(), inParentheses(words), null);
  }

  private List<Value> inParentheses(Words words) {
    words.expect("(");
    List<Value> all = words.take(")") ? List.of() : operands(words);
    if (!all.isEmpty()) {
      words.expect(")");
    }
    return all;
  }

  private List<Value> operands(Words words) {
    List<Value> all = new ArrayList<>();
    do {
      all.add(operand(words));
    } while (words.take(","));
    return all;
  }

  private Value operand(Words words) {
    String word = words.next();
    Value known = values.get(word);
    Value value = known == null ? constant(word) : known;
    if (value == null) {
      throw words.failure("'" + word + "' is not defined");
    }
    return value;
  }

  private static @Nullable Constant constant(String word) {
    if (word.startsWith("null:")) {
      return new Constant(Mnemonic.type(word.substring(5)), null);
    }
    if (word.matches("[-+]?\\d+")) {
      return Constant.of(Integer.parseInt(word));
    }
    if (word.matches("[-+]?\\d+L")) {
      return Constant.of(Long.parseLong(word.substring(0, word.length() - 1)));
    }
    return word.matches("-?(NaN|Infinity|\\d.*)") ? Constant.of(Double.parseDouble(word)) : null;
  }

  /** Reads how a block ends. */
  private final class EndParser {
    Terminator end(Words words) {
      Terminator end =
          switch (words.next()) {
            case "jump" -> new Terminator.Jump(edge(words));
            case "branch" -> new Terminator.Branch(operand(words), edge(words), edge(words));
            case "switch" -> choice(words);
            case "return" -> new Terminator.Return(words.isEmpty() ? List.of() : operands(words));
            case "throw" -> new Terminator.Throw(Names.unquoted(words.next()), null);
            default -> throw words.failure("no end of a block");
          };
      words.expectEnd();
      return end;
    }

    private Terminator choice(Words words) {
      Value selector = operand(words);
      List<Integer> keys = new ArrayList<>();
      List<Edge> targets = new ArrayList<>();
      while (!words.take("else")) {
        keys.add(words.integer());
        words.expect(":");
        targets.add(edge(words));
      }
      return new Terminator.Switch(selector, keys, targets, edge(words));
    }

    private Edge edge(Words words) {
      String name = words.next();
      Stretch target = stretches.get(name);
      if (target == null) {
        throw words.failure("no block '" + name + "'");
      }
      boolean given = "(".equals(words.peek());
      return new Edge(target.block, given ? inParentheses(words) : List.of());
    }
  }
}
