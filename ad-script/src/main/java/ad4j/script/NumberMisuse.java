package ad4j.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in the words of the language what a script did with a number that is none of its uses. */
final class NumberMisuse {
  private static final String NUMBER = "ad4j.script.bridge.Tracked";
  private static final Pattern FAILED =
      Pattern.compile("(\\w+)(?: \\((\\w+)\\))? on " + NUMBER + " failed");
  private static final Pattern MATH = Pattern.compile("\\bmath\\.");
  private static final Pattern OBJECT = Pattern.compile("JavaObject\\[[^\\]]*\\]");

  private NumberMisuse() {}

  /** What is wrong, if a message of the engine is about a number; else empty. */
  static String in(String message) {
    Matcher failed = FAILED.matcher(message);
    if (failed.find()) {
      return "TypeError: " + problem(failed.group(1), failed.group(2));
    }
    if (!message.contains(NUMBER)) {
      return "";
    }
    String said = OBJECT.matcher(message).replaceAll("a number").replace(NUMBER, "a number");
    return said.equals("a number") ? "the script threw a number" : said;
  }

  private static String problem(String use, String member) {
    return switch (use) {
      case "invokeMember" -> "a number has no method '" + member + "'";
      case "execute" -> "a number is no function";
      case "instantiate" -> "a number is no constructor";
      case "writeMember", "writeArrayElement" -> "a number cannot be given members";
      default -> "a number cannot be used so";
    };
  }

  /** What may have been meant. */
  static String remedy(String message, String line) {
    Matcher failed = FAILED.matcher(message);
    String member = failed.find() ? failed.group(2) : null;
    if (MATH.matcher(line).find()) {
      return "did you mean 'Math'?";
    }
    return member != null && Language.MATH.contains(member)
        ? "did you mean 'Math." + member + "(...)'?"
        : "";
  }
}
