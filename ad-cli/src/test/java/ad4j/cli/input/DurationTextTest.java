package ad4j.cli.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class DurationTextTest {
  @ParameterizedTest
  @CsvSource({"10s, PT10S", "500ms, PT0.5S", "1.5m, PT1M30S", "2h, PT2H", "3, PT3S"})
  void timesHaveAUnit(String text, Duration duration) {
    assertEquals(duration, new DurationText().convert(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "-1s", "0s", "10 s", "1e3", "99999999999s", "NaN"})
  void whatIsNoTimeIsRefused(String text) {
    assertThrows(TypeConversionException.class, () -> new DurationText().convert(text));
  }
}
