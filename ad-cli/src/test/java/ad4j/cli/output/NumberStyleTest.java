package ad4j.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberStyleTest {
  private static final NumberStyle FULL = new NumberStyle(NumberStyle.FULL);

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, -0",
    "1, 1",
    "-1.5, -1.5",
    "100, 100",
    "1e20, 100000000000000000000",
    "1e21, 1e+21",
    "1.25e-7, 1.25e-7",
    "0.000001, 0.000001",
    "4.9e-324, 4.9e-324",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "0.1, 0.1",
    "NaN, NaN",
    "-Infinity, -Infinity"
  })
  void fullNumbersAreWrittenAsJavaScriptDoes(double number, String text) {
    assertEquals(text, FULL.text(number));
  }

  @ParameterizedTest
  @CsvSource({
    "0.6807547884514401, 6, 0.680755",
    "123456, 3, 123000",
    "1234567890123456789012345, 3, 1.23e+24",
    "0.99999, 2, 1",
    "2, 5, 2",
    "NaN, 3, NaN",
    "0.5, 17, 0.5",
    "0.1, 17, 0.1"
  })
  void aPrecisionCountsSignificantDigits(double number, int digits, String text) {
    assertEquals(text, new NumberStyle(digits).text(number));
  }

  @Test
  void fullTextReadsBackAsTheSameDouble() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      assertEquals(number, Double.parseDouble(FULL.text(number)));
    }
  }

  @Test
  void theLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals("1234.5", FULL.text(1234.5));
      assertEquals("1.23e+3".length(), new NumberStyle(3).text(1.23e30).length() - 1);
    } finally {
      Locale.setDefault(before);
    }
  }
}
