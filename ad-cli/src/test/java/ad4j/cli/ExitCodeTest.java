package ad4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ad4j.cli.work.ExitCode;
import ad4j.error.CancelledException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class ExitCodeTest {
  @TestFactory
  Stream<DynamicTest> everyWayToEndHasItsCode() {
    return Stream.of(
        ending(0, "eval", "x", "--at", "1"),
        ending(0, "--help"),
        ending(0, "grad", "--help"),
        ending(0, "--version"),
        ending(1, "eval", "missing(x)", "--at", "1"),
        ending(1, "eval", "Math.log(x)", "--at", "-1"),
        ending(2),
        ending(2, "eval", "x"),
        ending(2, "vjp", "[x, y]", "--at", "1,2", "--weights", "1"),
        ending(2, "evil", "x", "--at", "1"),
        ending(3, "check", "x => stopGradient(x) * x", "--at", "2"),
        ending(4, "eval", "x +", "--at", "1"),
        ending(124, "eval", "x => { while (true) {} }", "--at", "1", "--timeout", "200ms"),
        ending(124, "eval", "x => { while (true) {} }", "--at", "1", "--statement-limit", "100"));
  }

  private static DynamicTest ending(int exitCode, String... arguments) {
    return dynamicTest(
        exitCode + ": ad " + Arrays.toString(arguments),
        () -> {
          CliRun run = CliRun.of(arguments);
          assertEquals(exitCode, run.exitCode(), run::err);
        });
  }

  @Test
  void anInterruptedScriptHasTheCodeOfAnInterruptedProcess() {
    assertEquals(130, ExitCode.of(new CancelledException("stopped", "")));
  }
}
