package ad4j.script.rewrite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a text ends inside a template literal or a block comment, which the parser reports
 * as an error rather than as an incomplete source.
 */
final class OpenText {
  private static final Pattern REGULAR_EXPRESSION =
      Pattern.compile("/(?:[^\\\\/\\[\\n]|\\\\.|\\[(?:[^\\\\\\]\\n]|\\\\.)*])+/");

  /** After these a slash divides; after anything else it begins a regular expression. */
  private static final Pattern ENDS_VALUE =
      Pattern.compile(
          "(?:[)\\]}\"'`]|(?<![\\w$])(?!(?:return|typeof|case|in|of|void|delete|do|else|yield|await)\\b)"
              + "[\\w$]+)\\s*$");

  private final String text;
  private final Deque<Character> open = new ArrayDeque<>();
  private int at;

  private OpenText(String text) {
    this.text = text;
  }

  static boolean endsInside(String text) {
    return new OpenText(text).scan();
  }

  private boolean scan() {
    while (at < text.length()) {
      if (!open.isEmpty() && open.peek() == '`') {
        template();
      } else if (code()) {
        return true;
      }
    }
    return open.contains('`');
  }

  private void template() {
    char c = text.charAt(at);
    if (c == '\\') {
      at += 2;
    } else if (c == '`') {
      open.pop();
      at++;
    } else if (text.startsWith("${", at)) {
      open.push('$');
      at += 2;
    } else {
      at++;
    }
  }

  /** Reads one step of code; returns whether a block comment stays open. */
  private boolean code() {
    char c = text.charAt(at);
    if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      at = end < 0 ? text.length() : end + 2;
      return end < 0;
    }
    if (text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end + 1;
    } else if (c == '/') {
      slash();
    } else if (c == '"' || c == '\'') {
      quoted(c);
    } else {
      bracket(c);
      at++;
    }
    return false;
  }

  private void slash() {
    Matcher expression = REGULAR_EXPRESSION.matcher(text).region(at, text.length());
    boolean divides = ENDS_VALUE.matcher(text.substring(Math.max(0, at - 100), at)).find();
    at = !divides && expression.lookingAt() ? expression.end() : at + 1;
  }

  private void quoted(char quote) {
    at++;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private void bracket(char c) {
    if (c == '`' || c == '{') {
      open.push(c);
    } else if (c == '}' && !open.isEmpty()) {
      open.pop();
    }
  }
}
