package ad4j.script;

import ad4j.error.ScriptException;
import ad4j.error.SyntaxException;
import ad4j.op.Operators.Spelling;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The imports at the beginning of an input at the prompt, which is no module: those from {@code ad}
 * declare variables.
 *
 * @param bindings by variable, the name in the module {@code ad}, or * for the module itself
 * @param rest the input with spaces in their place
 */
record PromptImports(Map<String, String> bindings, String rest) {
  private static final Pattern ANY = Pattern.compile("\\s*import\\b(?!\\s*[.(])");
  private static final Pattern OF_AD =
      Pattern.compile(
          "\\s*import\\s*(?:\\{(?<names>[^}]*)\\}|(?:\\*\\s*as\\s+)?(?<module>[\\w$]+))"
              + "\\s*from\\s*(?:'ad'|\"ad\")[ \\t]*;?");
  private static final Pattern NAME =
      Pattern.compile("(?<name>[\\w$]+)(?:\\s+as\\s+(?<local>[\\w$]+))?");

  /** Copies the map. */
  PromptImports {
    bindings = Map.copyOf(bindings);
  }

  /** Reads an input. */
  static PromptImports in(String input, Collection<String> exported) {
    Map<String, String> bindings = new LinkedHashMap<>();
    String rest = input;
    while (ANY.matcher(rest).lookingAt()) {
      Matcher matcher = OF_AD.matcher(rest);
      if (!matcher.lookingAt()) {
        throw new SyntaxException(
            "at the prompt, only names of the module 'ad' can be imported",
            "import { grad } from 'ad'; all else belongs in a file, for `ad run`");
      }
      read(matcher, exported, bindings);
      String blank = rest.substring(0, matcher.end()).replaceAll("[^\\n]", " ");
      rest = blank + rest.substring(matcher.end());
    }
    return new PromptImports(bindings, rest);
  }

  private static void read(
      Matcher matcher, Collection<String> exported, Map<String, String> bindings) {
    String names = matcher.group("names");
    if (names == null) {
      bindings.put(matcher.group("module"), "*");
      return;
    }
    Matcher each = NAME.matcher(names);
    while (each.find()) {
      String name = each.group("name");
      if (!exported.contains(name)) {
        throw new ScriptException(
            "the module 'ad' does not provide '" + name + "'",
            Names.didYouMean(Spelling.near(name, exported, 3)));
      }
      String local = each.group("local");
      bindings.put(local == null ? name : local, name);
    }
  }
}
