package ad4j.cli.repl;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that inputs have declared at the beginning of a line. */
final class Declarations {
  private static final Pattern DECLARATION =
      Pattern.compile(
          "(?:^|;)[ \\t]*(?:(?:let|const|var|class|(?:async[ \\t]+)?function\\*?)[ \\t]+([\\w$]+)"
              + "|([A-Za-z_$][\\w$]*)[ \\t]*=(?![=>]))",
          Pattern.MULTILINE);

  private final Set<String> names = new LinkedHashSet<>();

  void note(String input) {
    Matcher declaration = DECLARATION.matcher(input);
    while (declaration.find()) {
      names.add(declaration.group(1) == null ? declaration.group(2) : declaration.group(1));
    }
  }

  List<String> names() {
    return List.copyOf(names);
  }

  void clear() {
    names.clear();
  }
}
