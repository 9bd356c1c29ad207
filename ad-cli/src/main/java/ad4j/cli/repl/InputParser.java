package ad4j.cli.repl;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells JLine whether an input goes on, and which word is to be completed. */
final class InputParser implements Parser {
  private final Conversation conversation;

  InputParser(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE && conversation.incomplete(line)) {
      throw new EOFError(-1, -1, "the input goes on");
    }
    int start = cursor;
    while (start > 0 && partOfWord(line.charAt(start - 1))) {
      start--;
    }
    if (start == 1 && line.charAt(0) == ':') {
      start = 0; // the name of a command
    }
    return new Word(line, cursor, line.substring(start, cursor));
  }

  private static boolean partOfWord(char c) {
    return Character.isJavaIdentifierPart(c);
  }

  /**
   * The word that ends at the cursor.
   *
   * @param line the whole input
   * @param cursor where the cursor is in it
   * @param word the word
   */
  record Word(String line, int cursor, String word) implements CompletingParsedLine {
    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return word.length();
    }

    @Override
    public int rawWordLength() {
      return word.length();
    }

    @Override
    public int wordCursor() {
      return word.length();
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word);
    }
  }
}
