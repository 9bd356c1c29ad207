package ad4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** {@code ad doctor}. */
final class DoctorTest {
  @Test
  void aSoundInstallationHasAllItsParts() {
    CliRun run = CliRun.of("doctor", "--format", "csv");
    assertEquals(0, run.exitCode(), run::err);
    for (String part :
        new String[] {
          "ok,JDK,",
          "ok,engine,",
          "ok,operators,",
          "ok,Java methods,",
          "ok,JavaScript,",
          ",terminal,"
        }) {
      assertTrue(run.out().contains(part), run.out());
    }
  }

  @Test
  void whatIsBrokenIsSaidAndFails() {
    CliRun run = CliRun.of("doctor", "--plugin-path", "/no/such/folder", "--format", "csv");
    assertEquals(1, run.exitCode());
    assertTrue(run.out().contains("broken,plugins,plugin folder /no/such/folder"), run.out());
  }

  @Test
  void anUnknownEngineIsSaid() {
    CliRun run = CliRun.of("doctor", "--engine", "warp", "--format", "csv");
    assertEquals(1, run.exitCode());
    assertTrue(run.out().contains("broken,engines,no engine 'warp'"), run.out());
  }
}
