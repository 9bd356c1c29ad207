package ad4j.cli.repl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Inputs from a file or a pipe, line by line. */
final class PipedInput {
  private final BufferedReader reader;

  PipedInput(InputStream in) {
    reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  void run(Conversation conversation) throws IOException {
    StringBuilder input = new StringBuilder();
    String line = reader.readLine();
    while (line != null && !conversation.ended()) {
      input.append(input.isEmpty() ? "" : "\n").append(line);
      if (!conversation.incomplete(input.toString())) {
        conversation.take(input.toString());
        input.setLength(0);
      }
      line = reader.readLine();
    }
    if (!conversation.ended()) {
      conversation.take(input.toString());
    }
  }
}
