package ad4j.script.rewrite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A named text with its line starts. */
public final class SourceText {
  private static final Pattern END = Pattern.compile(";\\s*(//[^\n'\"`]*)?$");

  private final String name;
  private final String content;
  private final int[] lineStarts;
  private final int hidden;

  /** Creates a text. */
  public SourceText(String name, String content) {
    this(name, content, 0);
  }

  private SourceText(String name, String content, int hidden) {
    this.name = name;
    this.content = content;
    this.lineStarts = lineStartsOf(content);
    this.hidden = hidden;
  }

  /** An expression on lines of its own between round brackets, which do not count as lines. */
  static SourceText inBrackets(String name, String expression) {
    return new SourceText(
        name, "(\n" + END.matcher(expression.strip()).replaceFirst("") + "\n)", 1);
  }

  private static int[] lineStartsOf(String content) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i < content.length(); i++) {
      if (endsLine(content, i)) {
        starts.add(i + 1);
      }
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  static boolean endsLine(String content, int at) {
    char c = content.charAt(at);
    boolean carriageReturn =
        c == '\r' && (at + 1 == content.length() || content.charAt(at + 1) != '\n');
    return c == '\n' || c == '\u2028' || c == '\u2029' || carriageReturn;
  }

  /** Whether it stands between brackets that the user did not write. */
  boolean isInBrackets() {
    return hidden > 0;
  }

  /** Returns the name that positions show. */
  public String name() {
    return name;
  }

  /** Returns the text. */
  public String content() {
    return content;
  }

  /** Returns the line of an offset, from 1. */
  public int line(int offset) {
    return row(visible(offset)) - hidden;
  }

  /** Returns the column of an offset, from 1. */
  public int column(int offset) {
    return visible(offset) - lineStarts[row(visible(offset)) - 1] + 1;
  }

  private int row(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The brackets that hide a line before the text also hide one behind it. */
  private int visible(int offset) {
    return hidden == 0 ? offset : Math.clamp(offset, 2, Math.max(2, content.length() - 2));
  }

  /** Returns the offset at which a line starts. */
  public int offset(int line, int column) {
    int start = lineStarts[Math.clamp(line - 1L, 0, lineStarts.length - 1)];
    return Math.clamp(start + column - 1L, start, content.length());
  }

  /** Returns {@code name:line:column} of an offset. */
  public String position(int offset) {
    return name + ":" + line(offset) + ":" + column(offset);
  }

  /** Returns the text of the line of an offset, without its end. */
  public String lineText(int offset) {
    int start = lineStarts[row(visible(offset)) - 1];
    int end = start;
    while (end < content.length() && "\n\r\u2028\u2029".indexOf(content.charAt(end)) < 0) {
      end++;
    }
    return content.substring(start, end);
  }
}
