package ad4j.compiler.random;

import java.util.List;

/**
 * An expression: a template in which {@code #} stands for the next operand, and {@code $} for the
 * next operand in parentheses if it needs them.
 *
 * @param pinned whether it keeps the program finite, so that it shrinks to a literal or not at all
 */
record Expression(Type type, String template, List<Expression> operands, boolean pinned) {

  Expression {
    operands = List.copyOf(operands);
  }

  static Expression of(Type type, String template, Expression... operands) {
    return new Expression(type, template, List.of(operands), false);
  }

  Expression pin() {
    return new Expression(type, template, operands, true);
  }

  Expression with(List<Expression> changed) {
    return new Expression(type, template, changed, pinned);
  }

  boolean compound() {
    return template.indexOf('$') >= 0 || template.startsWith("switch");
  }

  /** How far it is from the simplest; shrinking lowers it. */
  int weight() {
    if (operands.isEmpty()) {
      int place = type.simplest().indexOf(template);
      return place < 0 ? 5 : place + 1;
    }
    return 6 + operands.stream().mapToInt(Expression::weight).sum();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    int next = 0;
    for (int k = 0; k < template.length(); k++) {
      char c = template.charAt(k);
      if (c == '#' || c == '$') {
        Expression operand = operands.get(next++);
        text.append(c == '$' && operand.compound() ? "(" + operand + ")" : operand.toString());
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
