package ad4j.cli.repl;

import ad4j.error.AdException;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes names, members, operators, and commands. */
final class Completion implements Completer {
  private final Conversation conversation;

  Completion(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    for (String word : words(line.line(), line.cursor())) {
      candidates.add(new Candidate(word, word, null, null, null, null, false));
    }
  }

  private List<String> words(String line, int cursor) {
    if (ReplCommands.isCommand(line) && !line.substring(0, cursor).contains(" ")) {
      return ReplCommands.NAMES;
    }
    try {
      return conversation.session().completions(line, cursor);
    } catch (AdException e) {
      return List.of(); // a getter that fails: then there is nothing to complete
    }
  }
}
