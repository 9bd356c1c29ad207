package ad4j.script.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Copies a text from left to right with insertions and replacements; newlines are kept. */
final class TextWriter {
  private final SourceText source;
  private final StringBuilder out = new StringBuilder();
  private final List<Rewritten.Mark> marks = new ArrayList<>();
  private final Set<Integer> closing;
  private int cursor;

  /**
   * Writes this text anew.
   *
   * @param closing where the closing marks of tagged templates are, before which the parser ends
   *     them
   */
  TextWriter(SourceText source, Set<Integer> closing) {
    this.source = source;
    this.closing = Set.copyOf(closing);
    marks.add(new Rewritten.Mark(0, 0));
  }

  /** Returns whether the text from {@code start} on is still to be written. */
  boolean isAhead(int start) {
    return start >= cursor;
  }

  void copyTo(int finish) {
    int end = closing.contains(finish) ? finish + 1 : finish;
    if (end < cursor) {
      throw new IllegalStateException(
          "out of order at " + source.position(end) + ", already at " + source.position(cursor));
    }
    out.append(source.content(), cursor, end);
    cursor = end;
  }

  /** Whether an opening bracket here cannot be read as the call of what stands before it. */
  boolean allowsBracket() {
    int last = out.length() - 1;
    while (last >= 0 && Character.isWhitespace(out.charAt(last))) {
      last--;
    }
    return last >= 0 && "=(,[?:{&|+-*/<>!%^~;".indexOf(out.charAt(last)) >= 0;
  }

  /** Inserts text that stands for what follows the cursor. */
  void insert(String text) {
    boolean afterWord =
        !out.isEmpty() && Character.isJavaIdentifierPart(out.charAt(out.length() - 1));
    boolean word = !text.isEmpty() && Character.isJavaIdentifierPart(text.charAt(0));
    if (afterWord && word) {
      out.append(' ');
    }
    marks.add(new Rewritten.Mark(out.length(), cursor));
    out.append(text);
    marks.add(new Rewritten.Mark(out.length(), cursor));
  }

  /** Drops text up to {@code end}, but keeps its line ends. */
  void skipTo(int finish) {
    int end = closing.contains(finish) ? finish + 1 : finish;
    for (; cursor < end; cursor++) {
      if (SourceText.endsLine(source.content(), cursor)) {
        out.append('\n');
      }
    }
    marks.add(new Rewritten.Mark(out.length(), cursor));
  }

  Rewritten finish() {
    copyTo(source.content().length());
    return new Rewritten(source, out.toString(), marks);
  }
}
