package ad4j.cli.operators;

import ad4j.explain.DeclaredSlope;
import ad4j.op.Operator;
import ad4j.op.Operators;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The slopes of an operator as formulas. */
final class SlopeText {
  private static final String BY_CASES = "by cases";

  private final Operators operators;
  private final List<String> arguments;
  private final String result;
  private final List<DeclaredSlope> slopes;

  SlopeText(Operator operator, Operators operators) {
    this.operators = operators;
    arguments = DomainText.arguments(operator);
    result = arguments.contains("y") ? "z" : "y";
    slopes = DeclaredSlope.of(operator, arguments, result);
  }

  /** Rules by partial: {@code dy/dx} to {@code cos(x)}. */
  Map<String, String> partials() {
    Map<String, String> partials = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String formula = slopes.get(i).formula();
      partials.put("d" + result + "/d" + arguments.get(i), formula.isEmpty() ? BY_CASES : formula);
    }
    return partials;
  }

  /** What the operators in the rules are that no provider has under a public name. */
  Map<String, String> helpers() {
    Map<String, String> helpers = new TreeMap<>();
    for (DeclaredSlope slope : slopes) {
      for (Operator used : slope.operators()) {
        if (operators.find(used.name()) == null) {
          helpers.put(used.name(), used.doc());
        }
      }
    }
    return helpers;
  }
}
