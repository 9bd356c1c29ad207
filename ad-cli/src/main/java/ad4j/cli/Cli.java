package ad4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import ad4j.cli.command.Root;
import ad4j.cli.input.UsageException;
import ad4j.cli.work.Action;
import ad4j.cli.work.DataStream;
import ad4j.cli.work.Deadline;
import ad4j.cli.work.ExitCode;
import ad4j.cli.work.Messages;
import ad4j.cli.work.Options;
import ad4j.cli.work.Running;
import ad4j.cli.work.Sources;
import ad4j.cli.work.Streams;
import ad4j.cli.work.Workbench;
import ad4j.error.AdException;
import ad4j.error.CancelledException;
import ad4j.error.LimitException;
import com.google.inject.Guice;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The command {@code ad} without its process: streams in, exit code out. */
public final class Cli {
  private final Streams streams;
  private final DataStream data;
  private final Sources sources = new Sources();
  private final Messages messages;
  private final Runnable giveUp;

  /**
   * Works on these streams.
   *
   * @param giveUp ends the process when time is over and nothing else helps
   */
  public Cli(Streams streams, Runnable giveUp) {
    data = new DataStream(streams.out());
    this.streams = new Streams(streams.in(), data, streams.err(), streams.interactive());
    messages = new Messages(streams.err(), sources);
    this.giveUp = giveUp;
  }

  /** Runs a command; gives its exit code. */
  public int run(String... arguments) {
    int exitCode = attempt(arguments);
    IOException failure = flushed();
    if (failure == null || data.closedByReader()) {
      return failure == null ? exitCode : ExitCode.FINE;
    }
    messages.say("cannot write to standard output: " + failure.getMessage());
    return ExitCode.FAILED;
  }

  private @Nullable IOException flushed() {
    try {
      data.flush();
    } catch (IOException e) {
      return e;
    }
    return data.failure();
  }

  private int attempt(String... arguments) {
    try {
      CommandTree tree = new CommandTree(arguments);
      CommandLine commandLine = tree.commandLine();
      commandLine.setOut(new PrintWriter(data, true, UTF_8));
      commandLine.setExecutionStrategy(this::execute);
      commandLine.setParameterExceptionHandler((e, given) -> misused(tree.explained(e)));
      return commandLine.execute(tree.arguments());
    } catch (LinkageError e) {
      messages.say("AD-INTERNAL: " + e + "; a library is missing or broken, `ad doctor` says more");
      return ExitCode.FAILED;
    } catch (StackOverflowError e) {
      messages.say("AD-LIMIT: the recursion is too deep");
      return ExitCode.LIMIT;
    } catch (OutOfMemoryError e) {
      messages.say("AD-LIMIT: there is not enough memory");
      messages.remedy("give more with AD_JAVA_OPTIONS=-Xmx4g");
      return ExitCode.FAILED;
    }
  }

  private int misused(UsageException e) {
    messages.usage(e);
    return ExitCode.USAGE;
  }

  private int execute(ParseResult result) {
    Integer help = CommandLine.executeHelpRequest(result);
    if (help != null) {
      return help;
    }
    Root root = (Root) result.commandSpec().userObject();
    if (result.hasSubcommand()
        && result.subcommand().commandSpec().userObject() instanceof Action action) {
      return perform(action, root);
    }
    result.commandSpec().commandLine().usage(new PrintWriter(streams.err(), true, UTF_8));
    return ExitCode.USAGE;
  }

  private int perform(Action action, Root root) {
    try (Running running = new Running()) {
      Options options = root.options();
      data.onFailure(running::stop);
      Duration limit = action.endless() ? null : options.timeout();
      try (Deadline deadline = new Deadline(limit, running::stop, this::late)) {
        return perform(action, options, running, deadline);
      }
    } catch (UsageException e) {
      return misused(e);
    }
  }

  private int perform(Action action, Options options, Running running, Deadline deadline) {
    Composition composition =
        new Composition(options, streams, messages, sources, running, deadline);
    try {
      return action.run(Guice.createInjector(composition).getInstance(Workbench.class));
    } catch (CancelledException e) {
      return failed(deadline.passed() ? deadline.failure() : e);
    } catch (UsageException e) {
      return misused(e);
    } catch (IOException | RuntimeException e) { // whatever it is, there is no stack trace
      return failed(e);
    }
  }

  private int failed(Exception e) {
    if (data.failure() != null) {
      return ExitCode.FAILED; // said at the end
    }
    if (e instanceof AdException failure) {
      messages.failure(failure);
      return ExitCode.of(failure);
    }
    if (e instanceof IOException || e instanceof UncheckedIOException) {
      messages.say("AD-IO: " + e.getMessage());
    } else {
      messages.say("AD-INTERNAL: " + e + "; this is a defect of ad4j, please report it");
    }
    return ExitCode.FAILED;
  }

  private void late(LimitException e) {
    messages.failure(e);
    giveUp.run();
  }
}
