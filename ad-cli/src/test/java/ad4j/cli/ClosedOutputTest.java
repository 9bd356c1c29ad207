package ad4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.cli.work.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A standard output that cannot be written to. */
final class ClosedOutputTest {
  private static CliRun run(String problem, String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(problem);
          }
        };
    Streams streams = new Streams(InputStream.nullInputStream(), out, err, () -> false);
    return new CliRun(new Cli(streams, () -> {}).run(arguments), "", err.toString(UTF_8));
  }

  @Test
  void aReaderThatHasEnoughIsNoFailure() {
    assertEquals(new CliRun(0, "", ""), run("Broken pipe", "ops"));
    assertEquals(new CliRun(0, "", ""), run("Broken pipe", "--help"));
    assertEquals(new CliRun(0, "", ""), run("Broken pipe", "grad", "x", "--at", "1"));
  }

  @Test
  void aFullDiskIsAFailure() {
    CliRun run = run("No space left on device", "grad", "x", "--at", "1");
    assertEquals(1, run.exitCode());
    assertEquals("ad: cannot write to standard output: No space left on device\n", run.err());
  }

  @Test
  void aScriptThatTalksToNobodyIsStopped(@TempDir Path folder) throws IOException {
    Path script =
        java.nio.file.Files.writeString(
            folder.resolve("talk.mjs"), "while (true) console.log('again');");
    org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertTrue(run("Broken pipe", "run", script + "").exitCode() == 0));
  }
}
