package ad4j.script.rewrite;

import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.Node;
import com.oracle.js.parser.ir.TernaryNode;
import java.util.IdentityHashMap;
import java.util.List;

/** To which variables the values of expressions are given: what an explanation calls them. */
final class Variables {
  private final IdentityHashMap<Node, String> names = new IdentityHashMap<>();

  /** Notes that the value goes to a name, or those of an array to the names of a pattern. */
  void note(Expression target, Expression value) {
    if (target instanceof IdentNode name && !name.isInternal()) {
      note(name, value);
    } else if (target instanceof LiteralNode<?> pattern
        && pattern.isArray()
        && value instanceof LiteralNode<?> array
        && array.isArray()) {
      elements(pattern.getElementExpressions(), array.getElementExpressions());
    }
  }

  private void note(IdentNode name, Expression value) {
    if (value instanceof TernaryNode choice) {
      note(name, choice.getTrueExpression().getExpression());
      note(name, choice.getFalseExpression().getExpression());
    } else {
      names.putIfAbsent(value, name.getName());
    }
  }

  private void elements(List<Expression> targets, List<Expression> values) {
    for (int i = 0; i < Math.min(targets.size(), values.size()); i++) {
      if (targets.get(i) != null && values.get(i) != null) { // a hole
        note(targets.get(i), values.get(i));
      }
    }
  }

  /** The variable that is given the value of this expression; empty if there is none. */
  String of(Node expression) {
    return names.getOrDefault(expression, "");
  }
}
