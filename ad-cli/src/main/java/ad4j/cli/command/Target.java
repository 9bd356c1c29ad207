package ad4j.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The function that a command is about, and where it is looked at. */
final class Target {
  @Parameters(
      index = "0",
      paramLabel = "F",
      description = {
        "The function: JavaScript such as 'Math.sin(x*y)' or '(x, y) => x*y',",
        "an export of a module, model.mjs#loss, or - for standard input;",
        "or a Java method, Models.class#loss, or with --classpath its class."
      })
  String function = "";

  @Option(
      names = {"-a", "--at"},
      paramLabel = "POINT",
      order = 0,
      description = "The point: 2,3 in the order of the variables, or x=2,y=3.")
  @Nullable String at;

  @Option(
      names = "--points",
      paramLabel = "FILE",
      order = 1,
      description = "Many points: a CSV file, or - for standard input.")
  @Nullable String points;
}
