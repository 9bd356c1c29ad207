package ad4j.cli.work;

import ad4j.Installation;
import ad4j.JavaMethod;
import ad4j.cli.input.FileName;
import ad4j.cli.input.FunctionText;
import ad4j.cli.input.UsageException;
import ad4j.cli.output.Format;
import ad4j.cli.output.NumberStyle;
import ad4j.cli.output.Output;
import ad4j.engine.Mode;
import ad4j.script.ScriptSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** All that a command works with. What costs time to make is made when it is first asked for. */
public final class Workbench {
  private final Options options;
  private final Streams streams;
  private final Messages messages;
  private final Sources sources;
  private final Deadline deadline;
  private final Installed installed;
  private final Sessions sessions;

  /** Made by the composition root. */
  public Workbench(
      Options options,
      Streams streams,
      Messages messages,
      Sources sources,
      Deadline deadline,
      Installed installed,
      Sessions sessions) {
    this.options = options;
    this.streams = streams;
    this.messages = messages;
    this.sources = sources;
    this.deadline = deadline;
    this.installed = installed;
    this.sessions = sessions;
  }

  /** What the command was told. */
  public Options options() {
    return options;
  }

  /** Where it reads and writes. */
  public Streams streams() {
    return streams;
  }

  /** Standard error. */
  public Messages messages() {
    return messages;
  }

  /** Source lines for messages. */
  public Sources sources() {
    return sources;
  }

  /** The end of its time. */
  public Deadline deadline() {
    return deadline;
  }

  /** Operators and engines, those of plugins included. */
  public Installation installation() {
    return installed.installation();
  }

  /** Standard output, by default as a table. */
  public Output output() {
    return output(Format.TABLE);
  }

  /** Standard output, by default in this format. */
  public Output output(Format usual) {
    Format format = options.format() == null ? usual : options.format();
    return new Output(streams.out(), format, new NumberStyle(options.precision()));
  }

  /** Opens a script session that may read these folders. */
  public ScriptSession session(List<Path> readable) {
    return session(readable, options.mode());
  }

  /** Opens a script session in another mode; the one that was open ends. */
  public ScriptSession session(List<Path> readable, Mode mode) {
    return sessions.open(readable, mode);
  }

  /** The mode that is meant by this one: an engine that is asked for decides where it is open. */
  public Mode mode(Mode asked) {
    return installed.mode(asked);
  }

  /** The function that the argument F of a command denotes. */
  public GivenFunction function(String argument) {
    return switch (FunctionText.read(argument)) {
      case FunctionText.Inline(String text) -> inline(text);
      case FunctionText.FromStandardInput() -> inline(standardInput());
      case FunctionText.InFile(String name, String export) -> {
        Path file = FileName.existing(name);
        sources.file(file);
        yield new GivenFunction.OfScript(
            session(List.of(folder(file))).function(file, export, UsageException::new));
      }
      case FunctionText.InClassFile(String file, String method) ->
          ofJava(javaMethods().inFile(file, method));
      case FunctionText.InClass(String type, String method) ->
          ofJava(javaMethods().inClass(type, method));
    };
  }

  /** The Java method that the argument F of a command denotes. */
  public GivenFunction.OfJava javaMethod(String argument) {
    FunctionText text = FunctionText.read(argument);
    if (text instanceof FunctionText.InClassFile || text instanceof FunctionText.InClass) {
      return (GivenFunction.OfJava) function(argument);
    }
    throw new UsageException(
        "a Java method is needed, not a script",
        "give a class file and a method: build/Models.class#loss");
  }

  private JavaMethods javaMethods() {
    return new JavaMethods(options.classPath(), installation());
  }

  private GivenFunction ofJava(JavaMethod method) {
    Mode mode = mode(options.mode());
    return new GivenFunction.OfJava(method, installation().differentiator().in(mode));
  }

  private GivenFunction inline(String text) {
    if (text.isBlank()) {
      throw new UsageException(
          "the function is empty", "give an expression such as 'Math.sin(x*y)'");
    }
    sources.inline(text);
    return new GivenFunction.OfScript(session(List.of()).function(text));
  }

  private String standardInput() {
    try {
      return new String(streams.in().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder that a file lies in. */
  public static Path folder(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    return parent == null ? Path.of("/") : parent;
  }
}
