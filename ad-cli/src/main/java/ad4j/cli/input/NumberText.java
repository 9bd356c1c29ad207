package ad4j.cli.input;

import java.util.regex.Pattern;

/** Numbers as people write them, whatever the locale. */
final class NumberText {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private NumberText() {}

  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches()
        || switch (unsigned(text)) {
          case "nan", "infinity", "inf" -> true;
          default -> false;
        };
  }

  static double number(String text) {
    String negative = text.startsWith("-") ? "-" : "";
    return switch (unsigned(text)) {
      case "nan" -> Double.NaN;
      case "infinity", "inf" -> Double.parseDouble(negative + "Infinity");
      default -> {
        if (!isNumber(text)) {
          throw new UsageException(
              "'" + text + "' is not a number", "write 2, -1.5, 1e-3, NaN, Infinity or -Infinity");
        }
        yield Double.parseDouble(text);
      }
    };
  }

  private static String unsigned(String text) {
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    return lower.startsWith("-") || lower.startsWith("+") ? lower.substring(1) : lower;
  }
}
