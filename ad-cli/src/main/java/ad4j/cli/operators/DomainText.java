package ad4j.cli.operators;

import ad4j.cli.output.NumberStyle;
import ad4j.op.Domain;
import ad4j.op.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The domain of an operator in words. */
final class DomainText {
  private static final NumberStyle STYLE = new NumberStyle(NumberStyle.FULL);
  private static final List<String> FEW = List.of("x", "y");

  /** As in "atan2(y, x): the angle". */
  private static final Pattern CALL = Pattern.compile("(\\w+)\\((\\w+(?:, \\w+)*)\\)");

  private final Operator operator;

  DomainText(Operator operator) {
    this.operator = operator;
  }

  /** Names of arguments, as its words have them; three for an operator that takes any number. */
  static List<String> arguments(Operator operator) {
    int arity = operator.arity() == Operator.VARIADIC ? 3 : operator.arity();
    Matcher call = CALL.matcher(operator.doc());
    if (call.lookingAt() && call.group(1).equals(operator.name())) {
      List<String> named = List.of(call.group(2).split(", "));
      return named.size() == arity ? named : numbered(arity);
    }
    return numbered(arity);
  }

  private static List<String> numbered(int arity) {
    return arity <= FEW.size()
        ? FEW.subList(0, arity)
        : IntStream.rangeClosed(1, arity).mapToObj(i -> "x" + i).toList();
  }

  /** Such as {@code x > 0}; {@code all} if any numbers will do. */
  String text() {
    List<String> parts = new ArrayList<>();
    List<String> arguments = arguments(operator);
    for (int i = 0; i < arguments.size(); i++) {
      Domain domain = operator.domain(i);
      if (!domain.equals(Domain.ALL)) {
        parts.add(text(domain, arguments.get(i)));
      }
    }
    return parts.isEmpty() ? "all" : String.join(", ", parts);
  }

  private static String text(Domain domain, String x) {
    boolean low = Double.isFinite(domain.low());
    boolean high = Double.isFinite(domain.high());
    String than = domain.open() ? "" : "=";
    if (low && high) {
      return STYLE.text(domain.low())
          + " <"
          + than
          + " "
          + x
          + " <"
          + than
          + " "
          + STYLE.text(domain.high());
    }
    return low
        ? x + " >" + than + " " + STYLE.text(domain.low())
        : x + " <" + than + " " + STYLE.text(domain.high());
  }
}
