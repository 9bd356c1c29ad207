package ad4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A command and what comes of it, as it stands in a file:
 *
 * <pre>
 * $ ad grad 'x*y' --at 2
 * ! ad: AD-USAGE: ...
 * = 2
 * </pre>
 *
 * <p>Lines after {@code <} are its standard input, lines after {@code !} go to standard error;
 * {@code @} stands for the folder with files.
 *
 * @param command without {@code $ ad}
 * @param input standard input
 * @param expected all lines below the command and its input
 */
record Transcript(String command, String input, String expected) {
  private static final Pattern ARGUMENT = Pattern.compile("'([^']*)'|(\\S+)");

  static List<Transcript> read(Path file) throws IOException {
    List<Transcript> all = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    for (String line : Files.readAllLines(file, UTF_8)) {
      if (line.startsWith("$ ad ") && !block.isEmpty()) {
        all.add(parsed(block.toString()));
        block.setLength(0);
      }
      block.append(line).append('\n');
    }
    all.add(parsed(block.toString()));
    return all;
  }

  private static Transcript parsed(String block) {
    StringBuilder input = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    List<String> lines = block.strip().lines().toList();
    for (String line : lines.subList(1, lines.size())) {
      (line.startsWith("< ") ? input : expected)
          .append(line.startsWith("< ") ? line.substring(2) : line)
          .append('\n');
    }
    return new Transcript(
        lines.getFirst().substring("$ ad ".length()), input.toString(), expected.toString());
  }

  String actual(Path files) {
    String[] arguments =
        ARGUMENT
            .matcher(command)
            .results()
            .map(Transcript::unquoted)
            .map(argument -> argument.replace("@", files.toString()))
            .toArray(String[]::new);
    CliRun run = CliRun.withInput(input, arguments);
    StringBuilder text = new StringBuilder(run.out());
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append("(no end of line)\n");
    }
    run.err().lines().forEach(line -> text.append(("! " + line).stripTrailing()).append('\n'));
    return text.append("= ")
        .append(run.exitCode())
        .append('\n')
        .toString()
        .replace(files.toString(), "@");
  }

  private static String unquoted(MatchResult argument) {
    return argument.group(1) == null ? argument.group(2) : argument.group(1);
  }
}
