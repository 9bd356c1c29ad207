package ad4j.script;

import ad4j.op.Operators.Spelling;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that a script may use without declaring them, and suggestions for unknown ones. */
final class Names {
  private static final Pattern UNKNOWN =
      Pattern.compile("(?:(\\w+)\\.)?([\\w$]+) is not (?:defined|a function|a constructor)");
  private static final Pattern EXPORT = Pattern.compile("'?([\\w$]+)'? .*(?:export|binding)");

  private final Set<String> bare;
  private final Set<String> math;

  /**
   * Knows these.
   *
   * @param bare names of the module {@code ad} and of the language
   * @param math names of members of Math
   */
  Names(Collection<String> bare, Collection<String> math) {
    this.bare = Set.copyOf(bare);
    this.math = Set.copyOf(math);
  }

  /** What may have been meant, where a failure's message complains of an unknown name. */
  String suggestion(String message, Set<String> others) {
    Matcher unknown = UNKNOWN.matcher(message);
    if (unknown.find()) {
      return suggestion(unknown.group(2), "Math".equals(unknown.group(1)), others);
    }
    Matcher export = EXPORT.matcher(message);
    return export.find() ? didYouMean(Spelling.near(export.group(1), bare, 3)) : "";
  }

  private String suggestion(String name, boolean ofMath, Set<String> others) {
    if (ofMath) {
      return didYouMean(
          Spelling.near(name, math, 3).stream().map(member -> "Math." + member).toList());
    }
    Set<String> all = new HashSet<>(bare);
    all.addAll(others);
    all.remove(name);
    List<String> near = Spelling.near(name, all, 3);
    return near.isEmpty() && math.contains(name)
        ? "did you mean 'Math." + name + "'?"
        : didYouMean(near);
  }

  /** The question whether one of these was meant; empty if there are none. */
  static String didYouMean(List<String> near) {
    return near.isEmpty() ? "" : "did you mean '" + String.join("' or '", near) + "'?";
  }
}
