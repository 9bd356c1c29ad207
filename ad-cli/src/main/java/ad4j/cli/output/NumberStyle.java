package ad4j.cli.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How a number is written: as JavaScript writes it, whatever the locale.
 *
 * @param digits significant digits; {@link #FULL} for as few as give the same double again
 */
public record NumberStyle(int digits) {
  /** {@link #digits} for the shortest text that reads back as the same double. */
  public static final int FULL = 0;

  private static final int PLAIN_FROM = -6;
  private static final int PLAIN_TO = 20;

  /** This number as text. */
  public String text(double x) {
    if (Double.isNaN(x) || Double.isInfinite(x)) {
      return Double.toString(x);
    }
    if (x == 0) {
      return 1 / x < 0 ? "-0" : "0";
    }
    BigDecimal shortest = new BigDecimal(Double.toString(x)).stripTrailingZeros();
    BigDecimal number =
        digits == FULL || shortest.precision() <= digits
            ? shortest
            : new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    return text(number.stripTrailingZeros());
  }

  private static String text(BigDecimal number) {
    int exponent = number.precision() - number.scale() - 1;
    if (exponent >= PLAIN_FROM && exponent <= PLAIN_TO) {
      return number.toPlainString();
    }
    BigDecimal mantissa = number.movePointLeft(exponent);
    return mantissa.stripTrailingZeros().toPlainString()
        + "e"
        + (exponent < 0 ? "" : "+")
        + exponent;
  }
}
