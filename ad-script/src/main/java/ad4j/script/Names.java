package ad4j.script;

import ad4j.op.Operators.Spelling;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that a script may use without declaring them, and suggestions for unknown ones. */
final class Names {
  private static final Pattern UNKNOWN =
      Pattern.compile("([\\w$]+) is not (?:defined|a function|a constructor)");
  private static final Pattern EXPORT = Pattern.compile("export named '([\\w$]+)'");

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

  /**
   * What may have been meant, where a failure's message complains of an unknown name.
   *
   * @param line the source line
   * @param others the names in the source
   */
  String suggestion(String message, String line, Set<String> others) {
    Matcher unknown = UNKNOWN.matcher(message);
    if (unknown.find()) {
      String name = unknown.group(1);
      return suggestion(name, line.contains("Math." + name), others);
    }
    Matcher export = EXPORT.matcher(message);
    return export.find() ? didYouMean(near(export.group(1), bare)) : "";
  }

  private String suggestion(String name, boolean ofMath, Set<String> others) {
    if (ofMath) {
      return didYouMean(near(name, math).stream().map(member -> "Math." + member).toList());
    }
    Set<String> all = new HashSet<>(bare);
    all.addAll(others);
    all.remove(name);
    List<String> near = near(name, all);
    return near.isEmpty() && math.contains(name)
        ? "did you mean 'Math." + name + "'?"
        : didYouMean(near);
  }

  /** Of names that are equally near, those that begin alike come first. */
  private static List<String> near(String name, Collection<String> names) {
    Comparator<String> order =
        Comparator.<String>comparingInt(other -> -commonStart(name, other))
            .thenComparingInt(String::length)
            .thenComparing(Comparator.naturalOrder());
    return Spelling.near(name, names.stream().sorted(order).toList(), 3);
  }

  private static int commonStart(String a, String b) {
    int i = 0;
    while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }

  /** The question whether one of these was meant; empty if there are none. */
  static String didYouMean(List<String> near) {
    return near.isEmpty() ? "" : "did you mean '" + String.join("' or '", near) + "'?";
  }
}
