package ad4j.script.rewrite;

import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.LiteralNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes an operation on plain names and numbers so that numbers need no call: {@code i < n}
 * becomes {@code (typeof i=="number"&&typeof n=="number"?i<n:ad$lt(7,i,n))}. A call costs the
 * interpreter ten times as much as the operation.
 */
final class Guards {
  private final Pass pass;

  Guards(Pass pass) {
    this.pass = pass;
  }

  /** Writes the operation, if it is one of those. */
  boolean write(BinaryNode e) {
    boolean simple = isSimple(e.getLhs()) && isSimple(e.getRhs());
    if (!simple || !canGuard(e.tokenType()) || pass.scope().output()) {
      return false;
    }
    pass.writer().copyTo(e.getLhs().getStart());
    if (!pass.writer().allowsBracket()) {
      return false;
    }
    String left = text(e.getLhs());
    String right = text(e.getRhs());
    String operator = e.tokenType().getName();
    String space = right.startsWith("-") || right.startsWith("+") ? " " : "";
    pass.writer().insert("(" + guard(e) + "?" + left + operator + space + right + ":");
    pass.open(Operators.function(e.tokenType()), e, operator);
    pass.writer().copyTo(e.getLhs().getFinish());
    pass.writer().copyTo(Expressions.operatorStart(e));
    pass.writer().skipTo(Expressions.operatorEnd(e));
    pass.writer().insert(",");
    pass.writer().copyTo(e.getRhs().getFinish());
    pass.writer().insert("))");
    return true;
  }

  private static String guard(BinaryNode e) {
    List<String> tests = new ArrayList<>();
    for (Expression operand : List.of(e.getLhs(), e.getRhs())) {
      if (operand instanceof IdentNode name) {
        tests.add("typeof " + name.getName() + "==\"number\"");
      }
    }
    return String.join("&&", tests.stream().distinct().toList());
  }

  private String text(Expression e) {
    if (e instanceof IdentNode name) {
      pass.expressions().checkName(name);
    }
    return pass.text().content().substring(e.getStart(), e.getFinish());
  }

  private static boolean isSimple(Expression e) {
    return switch (e) {
      case IdentNode name ->
          !name.isParenthesized() && !name.isThis() && !name.isSuper() && !name.isMetaProperty();
      case LiteralNode<?> literal ->
          !literal.isParenthesized() && literal.getObject() instanceof Number;
      default -> false;
    };
  }

  /** Not the power: the sign of its base would need brackets. */
  private static boolean canGuard(TokenType type) {
    return switch (type) {
      case ADD, SUB, MUL, DIV, MOD, LT, LE, GT, GE -> true;
      default -> false;
    };
  }
}
