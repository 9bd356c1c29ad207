package ad4j.cli;

import ad4j.cli.work.ExitCode;
import ad4j.cli.work.Streams;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

/** The process {@code ad}. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Streams streams =
        new Streams(
            System.in,
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            Main::atTerminal);
    int exitCode = new Cli(streams, () -> Runtime.getRuntime().halt(ExitCode.LIMIT)).run(arguments);
    System.exit(exitCode);
  }

  @SuppressWarnings("SystemConsoleNull") // from JDK 25 on it is null again where there is none
  private static boolean atTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
