package ad4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.Installation;
import ad4j.op.Operator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ad ops}. */
final class OperatorListTest {
  @ParameterizedTest
  @ValueSource(strings = {"table", "json", "csv", "plain"})
  void everyOperatorIsListedInEveryFormat(String format) {
    CliRun run = CliRun.of("ops", "--format", format);
    assertEquals(0, run.exitCode(), run::err);
    for (Operator operator : Installation.standard().operators().all()) {
      assertTrue(run.out().contains(operator.name()), operator.name());
    }
  }

  @Test
  void theColumnsOfTheTableAreAligned() {
    List<String> lines = CliRun.of("ops").out().lines().toList();
    int provider = lines.getFirst().indexOf("provider");
    for (String line : lines.subList(1, lines.size())) {
      assertTrue(line.startsWith("ad4j ", provider), line);
      assertTrue(line.length() <= 160, line);
    }
  }

  @Test
  void everyOperatorCanBeShownInFull() {
    for (Operator operator : Installation.standard().operators().all()) {
      CliRun run = CliRun.of("ops", operator.name());
      assertEquals(0, run.exitCode(), run::err);
      assertTrue(run.out().contains("slope"), run::out);
    }
  }
}
