package ad4j.program;

import ad4j.error.ProgramException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of one line in the text of a Program, taken one after the other. */
final class Words {
  private static final Pattern WORD =
      Pattern.compile(
          "\\s*(null:\\w+(?:\\[])+|->|\"(?:[^\"\\\\]|\\\\.)*\"|[(),:=]|;.*|[^\\s(),:=\";]+|\\S)");

  private final Deque<String> words = new ArrayDeque<>();
  private final int line;

  Words(String text, int line) {
    this.line = line;
    Matcher matcher = WORD.matcher(text);
    while (matcher.lookingAt()) {
      if (!matcher.group(1).startsWith(";")) {
        words.add(matcher.group(1));
      }
      matcher.region(matcher.end(), text.length());
    }
  }

  int line() {
    return line;
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** The next word, which stays. */
  @Nullable String peek() {
    return words.peek();
  }

  /** Takes the next word if it is this one. */
  boolean take(String word) {
    boolean there = word.equals(words.peek());
    if (there) {
      words.remove();
    }
    return there;
  }

  String next() {
    String word = words.poll();
    if (word == null) {
      throw failure("the line ends too early");
    }
    return word;
  }

  void expect(String word) {
    String found = next();
    if (!found.equals(word)) {
      throw failure("'" + word + "' expected, not '" + found + "'");
    }
  }

  void expectEnd() {
    if (!words.isEmpty()) {
      throw failure("'" + words.element() + "' is too much");
    }
  }

  int integer() {
    String word = next();
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw failure("'" + word + "' is no int");
    }
  }

  ProgramException failure(String what) {
    return new ProgramException("line " + line + ": " + what);
  }
}
