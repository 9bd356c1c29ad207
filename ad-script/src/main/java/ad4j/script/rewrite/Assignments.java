package ad4j.script.rewrite;

import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.AccessNode;
import com.oracle.js.parser.ir.BaseNode;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.IndexNode;
import com.oracle.js.parser.ir.UnaryNode;
import java.util.Set;

/** Rewrites assignments; the parts of a target are evaluated once and in order. */
final class Assignments {
  private static final Set<TokenType> STEPS =
      Set.of(TokenType.INCPREFIX, TokenType.DECPREFIX, TokenType.INCPOSTFIX, TokenType.DECPOSTFIX);

  private final Pass pass;
  private final Operators operators;
  private final References references;

  Assignments(Pass pass) {
    this.pass = pass;
    this.operators = new Operators(pass);
    this.references = new References(pass, operators);
  }

  static boolean isStep(UnaryNode node) {
    return STEPS.contains(node.tokenType());
  }

  /** Writes {@code a = b}. */
  void plain(BinaryNode e) {
    checkTarget(e.getLhs());
    pass.variables().note(e.getLhs(), e.getRhs());
    pass.within(
        pass.scope().withOutput(false),
        () -> {
          boolean element = e.getLhs() instanceof IndexNode index && !index.isSuper();
          if (element && !isStoredAsIs(e.getRhs())) {
            element(e, (IndexNode) e.getLhs());
          } else {
            pass.expressions().pattern(e.getLhs());
            pass.expressions().visit(e.getRhs());
          }
        });
  }

  private static boolean isStoredAsIs(Expression value) {
    return Statics.isNumeric(value) || value instanceof FunctionNode;
  }

  /** A typed array converts what is stored: so the store of an unknown value is a call. */
  private void element(BinaryNode e, IndexNode target) {
    pass.writer().copyTo(e.getStartWithoutParens());
    pass.writer().insert(pass.scope().strict() ? "ad$setStrict(" : "ad$set(");
    pass.writer().skipTo(target.getStartWithoutParens());
    operators.argument(target.getBase());
    pass.writer().insert(",");
    pass.writer().skipTo(target.getIndex().getStart());
    operators.argument(target.getIndex());
    pass.writer().insert(",");
    pass.writer().skipTo(e.getRhs().getStart());
    pass.expressions().visit(e.getRhs());
    pass.writer().copyTo(e.getRhs().getFinish());
    pass.writer().insert(")");
  }

  private void checkTarget(Expression target) {
    boolean math =
        target instanceof BaseNode member
            && member.getBase() instanceof IdentNode name
            && name.getName().equals("Math");
    if (math) {
      throw pass.refused(target, "the functions of Math cannot be replaced");
    }
  }

  /** Writes {@code a += b}, {@code a &&= b} and the like. */
  void compound(BinaryNode e) {
    checkTarget(e.getLhs());
    pass.within(
        pass.scope().withOutput(false),
        () -> {
          switch (e.tokenType()) {
            case ASSIGN_AND, ASSIGN_OR -> logical(e);
            case ASSIGN_NULLCOAL -> {
              pass.expressions().visit(e.getLhs());
              pass.expressions().visit(e.getRhs());
            }
            default -> arithmetic(e);
          }
        });
  }

  private void arithmetic(BinaryNode e) {
    String function = Operators.function(e.tokenType());
    String kind = e.tokenType().getName();
    pass.variables().note(e.getLhs(), e);
    if (e.getLhs() instanceof IdentNode name) {
      pass.expressions().checkName(name);
      pass.writer().copyTo(Expressions.operatorStart(e));
      pass.writer().insert("=");
      pass.open(function, e, kind);
      pass.writer().insert(name.getName() + ",");
    } else {
      pass.writer().copyTo(e.getStartWithoutParens());
      pass.open("update", e, kind);
      pass.writer().insert("ad$" + function + ",");
      references.write((BaseNode) e.getLhs());
      pass.writer().insert(",");
    }
    pass.writer().skipTo(e.getRhs().getStart());
    pass.expressions().visit(e.getRhs());
    pass.writer().copyTo(e.getRhs().getFinish());
    pass.writer().insert(")");
  }

  private void logical(BinaryNode e) {
    boolean and = e.isTokenType(TokenType.ASSIGN_AND);
    if (e.getLhs() instanceof IdentNode name) {
      logicalName(e, name, and);
      return;
    }
    pass.writer().copyTo(e.getStartWithoutParens());
    pass.open(and ? "andSet" : "orSet", e, e.tokenType().getName());
    references.write((BaseNode) e.getLhs());
    pass.writer().insert(",()=>(");
    pass.writer().skipTo(e.getRhs().getStart());
    operators.yieldFree(e.getRhs(), "a logical assignment to a member");
    pass.expressions().visit(e.getRhs());
    pass.writer().copyTo(e.getRhs().getFinish());
    pass.writer().insert("))");
  }

  private void logicalName(BinaryNode e, IdentNode name, boolean and) {
    pass.expressions().checkName(name);
    pass.writer().copyTo(e.getStartWithoutParens());
    pass.writer().insert("ad$id(");
    pass.open("truth", e, e.tokenType().getName());
    pass.writer().insert(name.getName() + ")" + (and ? "?" : "?ad$last():") + name.getName() + "=");
    pass.writer().skipTo(e.getRhs().getStart());
    pass.expressions().visit(e.getRhs());
    pass.writer().copyTo(e.getRhs().getFinish());
    pass.writer().insert(and ? ":ad$last())" : ")");
  }

  /** Writes {@code ++a}, {@code a--} and the like. */
  void step(UnaryNode e, boolean used) {
    checkTarget(e.getExpression());
    boolean up = e.isTokenType(TokenType.INCPREFIX) || e.isTokenType(TokenType.INCPOSTFIX);
    boolean postfix = e.isTokenType(TokenType.INCPOSTFIX) || e.isTokenType(TokenType.DECPOSTFIX);
    String kind = up ? "++" : "--";
    pass.variables().note(e.getExpression(), e);
    pass.writer().copyTo(e.getStartWithoutParens());
    if (e.getExpression() instanceof IdentNode name) {
      pass.expressions().checkName(name);
      pass.writer().insert(used ? postfix ? "ad$old(" : "ad$id(" : "");
      pass.writer().insert(name.getName() + "=" + (used ? "" : guard(name, up)));
      pass.open(up ? "inc" : "dec", e, kind);
      pass.writer().insert(name.getName() + (used ? "))" : ")"));
    } else {
      pass.open((postfix ? "post" : "pre") + (up ? "Inc" : "Dec"), e, kind);
      references.write((BaseNode) e.getExpression());
      pass.writer().insert(")");
    }
    pass.writer().skipTo(e.getFinishWithoutParens());
  }

  /** A plain number needs no call. */
  private static String guard(IdentNode name, boolean up) {
    return "typeof %1$s==\"number\"?%1$s%2$s1:".formatted(name.getName(), up ? "+" : "-");
  }

  /** Whether a member can only be reached from inside its class. */
  static boolean isBound(BaseNode target) {
    return target.isSuper() || (target instanceof AccessNode access && access.isPrivate());
  }
}
