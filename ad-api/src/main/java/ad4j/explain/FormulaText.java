package ad4j.explain;

import ad4j.explain.Formula.Apply;
import java.util.stream.Collectors;

/** Writes formulas, with no more parentheses than reading them needs. */
final class FormulaText {
  private static final int TERM = 1;
  private static final int FACTOR = 2;
  private static final int DIVISOR = 3;
  private static final int BASE = 4;

  private final Digits digits;

  FormulaText(Digits digits) {
    this.digits = digits;
  }

  /** The text of a formula that stands by itself. */
  String text(Formula formula) {
    return text(formula, 0);
  }

  /** The text of a formula as the right factor of a product. */
  String factor(Formula formula) {
    return text(formula, DIVISOR);
  }

  private String text(Formula formula, int place) {
    return switch (formula) {
      case Formula.Name name -> name.text();
      case Formula.Numeral number -> number(digits.text(number.value()), place);
      case Apply apply -> apply(apply, place);
    };
  }

  private static String number(String text, int place) {
    return text.startsWith("-") && place > FACTOR ? "(" + text + ")" : text;
  }

  private String apply(Apply apply, int place) {
    Formula a = apply.operands().isEmpty() ? apply : apply.first();
    Formula b = apply.operands().isEmpty() ? apply : apply.last();
    return switch (apply.sign()) {
      case SUM -> sum(a, b, place);
      case DIFFERENCE -> within(place, TERM, text(a, TERM) + " - " + unsigned(b));
      case PRODUCT -> within(place, FACTOR, text(a, FACTOR) + " * " + text(b, DIVISOR));
      case QUOTIENT -> within(place, FACTOR, text(a, FACTOR) + " / " + text(b, DIVISOR));
      case NEGATIVE -> within(place, FACTOR, "-" + unsigned(a));
      case RECIPROCAL -> within(place, FACTOR, "1 / " + text(a, DIVISOR));
      case SQUARE -> within(place, DIVISOR, text(a, BASE) + "^2");
      case POWER -> within(place, DIVISOR, text(a, BASE) + "^" + text(b, BASE));
      case FUNCTION -> call(apply);
    };
  }

  private String sum(Formula a, Formula b, int place) {
    String right = text(b, TERM);
    return within(
        place,
        TERM,
        right.startsWith("-")
            ? text(a, TERM) + " - " + right.substring(1)
            : text(a, TERM) + " + " + right);
  }

  private String unsigned(Formula formula) {
    String text = text(formula, FACTOR);
    return text.startsWith("-") ? "(" + text + ")" : text;
  }

  private String call(Apply apply) {
    return apply.operands().stream()
        .map(this::text)
        .collect(Collectors.joining(", ", apply.operator().name() + "(", ")"));
  }

  private static String within(int place, int own, String text) {
    return place > own ? "(" + text + ")" : text;
  }
}
