package ad4j.cli.command;

import ad4j.cli.input.Choice;
import ad4j.cli.input.ClassPathText;
import ad4j.cli.input.DurationText;
import ad4j.cli.input.UsageException;
import ad4j.cli.output.Format;
import ad4j.cli.work.Options;
import ad4j.engine.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code ad} itself: the options that all commands share. */
@Command(
    name = "ad",
    description = "Derivatives of plain JavaScript functions and Java methods, exact to rounding.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    footer = {
      "Examples:",
      "  ad grad 'Math.sin(x*y) + Math.cos(x*y)' --at x=2,y=3",
      "  ad hessian model.mjs#loss --at 1,2 --format json",
      "  ad explain 'y - Math.max(0, w*x + b)' --at y=5,w=2,x=1,b=1",
      "  ad grad build/Models.class#rosenbrock --at 1,2",
      "  ad run train.mjs",
      "  ad repl",
      "",
      "Exit codes: 0 fine, 1 the function failed or has no derivative there, 2 usage,",
      "3 a check failed, 4 script syntax, 69 no suitable JDK, 124 limit reached,",
      "130 interrupted. `ad COMMAND --help` says more."
    })
public final class Root {
  private static final int MOST_DIGITS = 17;

  @Option(
      names = {"-f", "--format"},
      scope = ScopeType.INHERIT,
      order = 100,
      paramLabel = "FORMAT",
      converter = Choice.OfFormat.class,
      description = "How to write data: table, json, csv or plain.")
  private @Nullable Format format;

  @Option(
      names = "--precision",
      scope = ScopeType.INHERIT,
      order = 101,
      paramLabel = "N",
      description = "Significant digits, 1 to 17; all that a double has unless given.")
  private @Nullable Integer precision;

  @Option(
      names = "--mode",
      scope = ScopeType.INHERIT,
      order = 102,
      paramLabel = "MODE",
      converter = Choice.OfMode.class,
      description = "forward, reverse, or auto: whichever takes fewer passes.")
  private Mode mode = Mode.AUTO;

  @Option(
      names = "--engine",
      scope = ScopeType.INHERIT,
      order = 103,
      paramLabel = "NAME",
      description = "The engine to use; `ad doctor` lists them.")
  private @Nullable String engine;

  @Option(
      names = "--timeout",
      scope = ScopeType.INHERIT,
      order = 104,
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "Stop after this time: 10s, 500ms, 2m.")
  private @Nullable Duration timeout;

  @Option(
      names = "--statement-limit",
      scope = ScopeType.INHERIT,
      order = 105,
      paramLabel = "N",
      description = "Stop a script after this many statements.")
  private @Nullable Long statementLimit;

  @Option(
      names = "--plugin-path",
      scope = ScopeType.INHERIT,
      order = 106,
      paramLabel = "DIR",
      description = "Folder with jars of further operators and engines.")
  private List<Path> pluginPath = new ArrayList<>();

  @Option(
      names = "--allow-read",
      scope = ScopeType.INHERIT,
      order = 107,
      paramLabel = "DIR",
      description = "Folder that scripts may read, besides their own.")
  private List<Path> readable = new ArrayList<>();

  @Option(
      names = {"-cp", "--classpath"},
      scope = ScopeType.INHERIT,
      order = 108,
      paramLabel = "PATH",
      description = "Folders and jars with the classes of Java methods; . unless given.")
  private String classPath = "";

  /** For picocli. */
  public Root() {}

  /**
   * What all commands were told.
   *
   * @throws UsageException if something makes no sense
   */
  public Options options() {
    if (precision != null && (precision < 1 || precision > MOST_DIGITS)) {
      throw new UsageException(
          "a precision of " + precision + " digits is not possible", "use 1 to 17");
    }
    if (statementLimit != null && statementLimit < 1) {
      throw new UsageException(
          "a limit of " + statementLimit + " statements is not possible",
          "give 1 or more, or leave --statement-limit out");
    }
    return new Options(
        format,
        precision == null ? 0 : precision,
        mode,
        engine,
        timeout,
        statementLimit == null ? 0 : statementLimit,
        pluginPath,
        readable,
        ClassPathText.read(classPath));
  }
}
