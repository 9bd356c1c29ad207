package ad4j.cli;

import ad4j.cli.work.ExitCode;
import ad4j.cli.work.Streams;
import java.io.BufferedInputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;

/** The process {@code ad}. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    end(run(arguments));
  }

  /** Runs a command on the streams of the process; gives its exit code. */
  public static int run(String... arguments) {
    Streams streams =
        new Streams(
            new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            Main::atTerminal);
    return new Cli(streams, () -> end(ExitCode.LIMIT)).run(arguments);
  }

  /** All is written and closed by then; an orderly shutdown would look for loggers first. */
  private static void end(int exitCode) {
    Runtime.getRuntime().halt(exitCode);
  }

  @SuppressWarnings("SystemConsoleNull") // from JDK 25 on it is null again where there is none
  private static boolean atTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
