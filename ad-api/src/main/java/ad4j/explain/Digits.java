package ad4j.explain;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How numbers are written. What is exact in few digits is written so; others get as many decimals
 * as there are digits, fewer from 10 on, and very large and small ones an exponent.
 *
 * @param count digits, see {@link ExplainOptions#digits}
 */
record Digits(int count) {
  String text(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return number == 0 && 1 / number < 0 ? "-0" : Long.toString((long) number);
    }
    if (count >= ExplainOptions.FULL || !Double.isFinite(number)) {
      return Double.toString(number);
    }
    BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
    BigDecimal rounded = exact.round(new MathContext(significant(exponent(exact))));
    int exponent = exponent(rounded);
    if (exponent < -4 || exponent > 6) {
      return scientific(exact);
    }
    return exact.precision() <= count
        ? exact.toPlainString()
        : rounded.setScale(significant(exponent) - 1 - exponent).toPlainString();
  }

  /** The text in parentheses if it is negative. */
  String factor(double number) {
    String text = text(number);
    return text.startsWith("-") ? "(" + text + ")" : text;
  }

  /** A fraction such as {@code 1/2} where it is one, else as usual. */
  String fraction(double number) {
    double inverse = 1 / number;
    boolean simple = inverse == Math.rint(inverse) && inverse >= 2 && inverse <= 12;
    return simple ? "1/" + (long) inverse : text(number);
  }

  /** From 1 on one digit more, so that numbers near 1 have the same decimals. */
  private int significant(int exponent) {
    return exponent >= 0 ? Math.max(count, exponent) + 1 : count;
  }

  private static int exponent(BigDecimal number) {
    return number.precision() - number.scale() - 1;
  }

  private String scientific(BigDecimal exact) {
    BigDecimal mantissa = exact.round(new MathContext(count)).stripTrailingZeros();
    int exponent = exponent(mantissa);
    return mantissa.movePointLeft(exponent).toPlainString() + "e" + exponent;
  }
}
