package ad4j.cli;

import ad4j.cli.work.Streams;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Runs typical commands, so that the JVM can keep what it loaded for them. The launcher runs it
 * once, to make the start-up cache.
 */
public final class Training {
  private static final String[][] COMMANDS = {
    {"--help"},
    {"grad", "--help"},
    {"eval", "x*y", "--at", "2,3"},
    {"grad", "Math.sin(x*y) + Math.cos(x*y)", "--at", "x=2,y=3"},
    {"grad", "(x, y) => x**2 + Math.log(y)", "--at", "2,3", "--format", "json"},
    {"grad", "Math.tanh(x)", "--at", "0.5", "--order", "3", "--format", "csv"},
    {"jacobian", "[x*y, x/y]", "--at", "2,3", "--format", "plain"},
    {"hessian", "v => v[0]*v[0]*v[1]", "--at", "2,3", "--precision", "6"},
    {"explain", "x*y + Math.exp(x)", "--at", "2,3", "--wrt", "x"},
    {"graph", "x*y", "--at", "2,3"},
    {"check", "x*y", "--at", "2,3"},
    {"ops"},
    {"ops", "sin"},
    {"grad", "x +", "--at", "1"},
    {"doctor"},
    {"repl"}
  };

  private Training() {}

  /** Runs the commands, and keeps what they write to itself. */
  public static void main(String[] arguments) {
    for (String[] command : COMMANDS) {
      Streams streams =
          new Streams(
              InputStream.nullInputStream(),
              OutputStream.nullOutputStream(),
              OutputStream.nullOutputStream(),
              () -> false);
      new Cli(streams, () -> {}).run(command);
    }
  }
}
