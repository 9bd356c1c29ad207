package ad4j.script.rewrite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A named text with its line starts. */
public final class SourceText {
  private final String name;
  private final String content;
  private final int[] lineStarts;

  /** Creates a text. */
  public SourceText(String name, String content) {
    this.name = name;
    this.content = content;
    this.lineStarts = lineStartsOf(content);
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
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Returns the column of an offset, from 1. */
  public int column(int offset) {
    return offset - lineStarts[line(offset) - 1] + 1;
  }

  /** Returns the offset at which a line starts. */
  public int offset(int line, int column) {
    int start = lineStarts[Math.clamp(line - 1, 0, lineStarts.length - 1)];
    return Math.clamp(start + column - 1L, start, content.length());
  }

  /** Returns {@code name:line:column} of an offset. */
  public String position(int offset) {
    return name + ":" + line(offset) + ":" + column(offset);
  }

  /** Returns the line with a caret under the offset. */
  public String pointAt(int offset) {
    int start = lineStarts[line(offset) - 1];
    int end = start;
    while (end < content.length() && "\n\r\u2028\u2029".indexOf(content.charAt(end)) < 0) {
      end++;
    }
    return content.substring(start, end) + "\n" + " ".repeat(offset - start) + "^";
  }
}
