package ad4j.script;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Completes the word before the cursor. */
final class Completion {
  private static final String WORD = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
  private static final Pattern CHAIN =
      Pattern.compile("((?:" + WORD + "\\s*\\??\\.\\s*)*)((?:" + WORD + ")?)$");
  private static final Pattern NAME = Pattern.compile(WORD);

  private Completion() {}

  /** The names that begin with that word, out of those that {@code members} gives for a chain. */
  static List<String> at(String line, int cursor, Function<List<String>, List<String>> members) {
    String before = line.substring(0, Math.clamp(cursor, 0, line.length()));
    Matcher matcher = CHAIN.matcher(before);
    if (!matcher.find() || isAfterNumberOrCall(before, matcher.start())) {
      return List.of();
    }
    List<String> chain =
        NAME.matcher(matcher.group(1)).results().map(result -> result.group()).toList();
    String word = matcher.group(2);
    return members.apply(chain).stream().filter(name -> name.startsWith(word)).toList();
  }

  /** Of {@code f(x).y} nothing is known without calling f. */
  private static boolean isAfterNumberOrCall(String before, int start) {
    return start > 0 && ".)]\"'`0123456789".indexOf(before.charAt(start - 1)) >= 0;
  }
}
