package ad4j.cli.input;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times such as {@code 10s}, {@code 500ms}, {@code 1.5m}; a bare number counts seconds. */
public final class DurationText implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)?");

  /** For picocli. */
  public DurationText() {}

  @Override
  public Duration convert(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw wrong(text);
    }
    String unit = form.group(2) == null ? "s" : form.group(2);
    long milliseconds =
        switch (unit) {
          case "ms" -> 1;
          case "m" -> 60_000;
          case "h" -> 3_600_000;
          default -> 1000;
        };
    Duration duration =
        Duration.ofMillis(
            new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(milliseconds)).longValue());
    if (duration.isZero()) {
      throw wrong(text);
    }
    return duration;
  }

  private static TypeConversionException wrong(String text) {
    return new TypeConversionException("'" + text + "' is no time; write 10s, 500ms or 2m");
  }
}
