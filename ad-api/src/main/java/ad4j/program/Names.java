package ad4j.program;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names in the text of a Program, each given once. */
final class Names {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_$][\\w$.]*");

  // Numbers that are words.
  private final Set<String> taken = new HashSet<>(List.of("NaN", "Infinity"));

  /** What all values of a Program are called: parameters as they are, the rest by number. */
  static Map<Value, String> of(Program program) {
    Names names = new Names();
    Map<Value, String> all = new HashMap<>();
    int[] next = {0};
    for (Block block : program.blocks()) {
      for (Parameter parameter : block.parameters()) {
        boolean named = WORD.matcher(parameter.name()).matches();
        all.put(parameter, named ? names.unique(parameter.name()) : "%" + next[0]++);
      }
      for (Instruction instruction : block.instructions()) {
        if (gives(instruction)) {
          all.put(instruction, "%" + next[0]++);
        }
      }
    }
    return all;
  }

  private static boolean gives(Instruction instruction) {
    return instruction.op() instanceof Op.Call(Routine routine)
        ? !routine.results().isEmpty()
        : !instruction.type().equals(Type.VOID);
  }

  /** This name, or with a number after it if it is taken. */
  String unique(String name) {
    String result = name;
    for (int i = 1; !taken.add(result); i++) {
      result = name + "." + i;
    }
    return result;
  }

  /** In quotes if it is not a word. */
  static String quoted(String name) {
    return WORD.matcher(name).matches() ? name : inQuotes(name);
  }

  static String inQuotes(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "")
        + '"';
  }

  /** What stands in quotes. */
  static String unquoted(String text) {
    if (!text.startsWith("\"")) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 1; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
        plain.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
