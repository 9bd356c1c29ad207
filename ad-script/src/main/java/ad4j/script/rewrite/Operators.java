package ad4j.script.rewrite;

import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.UnaryNode;
import java.util.ArrayList;
import java.util.List;

/** Rewrites operators that only read their operands. */
final class Operators {
  /** So many operations may be written as calls within calls. */
  private static final int LONGEST_NESTED = 30;

  private final Pass pass;
  private final Guards guards;

  Operators(Pass pass) {
    this.pass = pass;
    this.guards = new Guards(pass);
  }

  /** Returns the name of the runtime function of an operator or of its compound assignment. */
  static String function(TokenType type) {
    return switch (type) {
      case ADD, ASSIGN_ADD -> "add";
      case SUB, ASSIGN_SUB -> "sub";
      case MUL, ASSIGN_MUL -> "mul";
      case DIV, ASSIGN_DIV -> "div";
      case MOD, ASSIGN_MOD -> "mod";
      case EXP, ASSIGN_EXP -> "pow";
      case BIT_AND, ASSIGN_BIT_AND -> "band";
      case BIT_OR, ASSIGN_BIT_OR -> "bor";
      case BIT_XOR, ASSIGN_BIT_XOR -> "bxor";
      case SHL, ASSIGN_SHL -> "shl";
      case SAR, ASSIGN_SAR -> "sar";
      case SHR, ASSIGN_SHR -> "shr";
      case LT -> "lt";
      case LE -> "le";
      case GT -> "gt";
      case GE -> "ge";
      case EQ -> "eq";
      case NE -> "ne";
      case EQ_STRICT -> "seq";
      case NE_STRICT -> "sne";
      default -> throw new IllegalStateException("no operator: " + type);
    };
  }

  void binary(BinaryNode e) {
    boolean output = pass.scope().output() && e.isTokenType(TokenType.ADD);
    pass.within(pass.scope().withOutput(output), () -> binaryOperands(e));
  }

  private void binaryOperands(BinaryNode e) {
    if (staysNative(e)) {
      nativeTypeof(e.getLhs(), e.getRhs());
      nativeTypeof(e.getRhs(), e.getLhs());
      return;
    }
    if (guards.write(e)) {
      return;
    }
    List<BinaryNode> chain = chain(e);
    if (chain.size() > LONGEST_NESTED) {
      chain(chain);
      return;
    }
    boolean text = pass.scope().output();
    pass.writer().copyTo(e.getLhs().getStart());
    pass.open(text ? "addText" : function(e.tokenType()), e, e.tokenType().getName());
    pass.expressions().visit(e.getLhs());
    pass.writer().copyTo(e.getLhs().getFinish());
    pass.writer().copyTo(Expressions.operatorStart(e));
    pass.writer().skipTo(Expressions.operatorEnd(e));
    pass.writer().insert(",");
    pass.expressions().visit(e.getRhs());
    pass.writer().copyTo(e.getRhs().getFinish());
    pass.writer().insert(")");
  }

  /** The operations of which each is the left operand of the next; this one is the last. */
  private static List<BinaryNode> chain(BinaryNode last) {
    List<BinaryNode> chain = new ArrayList<>(List.of(last));
    while (chain.getLast().getLhs() instanceof BinaryNode left
        && !left.isParenthesized()
        && isOperation(left)
        && !staysNative(left)) {
      chain.add(left);
    }
    return chain.reversed();
  }

  private static boolean isOperation(BinaryNode e) {
    return switch (e.tokenType()) {
      case ADD, SUB, MUL, DIV, MOD -> true;
      default -> false;
    };
  }

  /** Writes {@code ad$chain(ad$step=a+b,ad$step=ad$add(7,ad$step, c))}, which nests no calls. */
  private void chain(List<BinaryNode> chain) {
    Pass.Scope scope = pass.scope();
    int texts = chain.size();
    while (scope.output() && texts > 0 && chain.get(texts - 1).isTokenType(TokenType.ADD)) {
      texts--;
    }
    pass.writer().copyTo(chain.getFirst().getLhs().getStart());
    pass.writer().insert("ad$chain(ad$step=");
    pass.within(scope.withOutput(texts == 0), () -> pass.expressions().visit(chain.getFirst()));
    for (int i = 1; i < chain.size(); i++) {
      BinaryNode e = chain.get(i);
      boolean text = i >= texts;
      pass.within(scope.withOutput(text), () -> step(e, text));
    }
    pass.writer().insert(")");
  }

  private void step(BinaryNode e, boolean text) {
    pass.writer().copyTo(e.getLhs().getFinish());
    pass.writer().insert(",ad$step=");
    pass.open(text ? "addText" : function(e.tokenType()), e, e.tokenType().getName());
    pass.writer().insert("ad$step");
    pass.writer().copyTo(Expressions.operatorStart(e));
    pass.writer().skipTo(Expressions.operatorEnd(e));
    pass.writer().insert(",");
    pass.expressions().visit(e.getRhs());
    pass.writer().copyTo(e.getRhs().getFinish());
    pass.writer().insert(")");
  }

  private static boolean staysNative(BinaryNode e) {
    Expression left = e.getLhs();
    Expression right = e.getRhs();
    boolean plain = Statics.isPlain(left) && Statics.isPlain(right);
    return plain
        || switch (e.tokenType()) {
          case EQ_STRICT, NE_STRICT -> Statics.isNoNumber(left) || Statics.isNoNumber(right);
          case EQ, NE ->
              Statics.isNullish(left)
                  || Statics.isNullish(right)
                  || Statics.isTypeof(left)
                  || Statics.isTypeof(right);
          default -> false;
        };
  }

  private void nativeTypeof(Expression e, Expression other) {
    if (Statics.isTypeof(e) && Statics.isOtherTypeName(other)) {
      pass.expressions().visit(((UnaryNode) e).getExpression());
    } else {
      pass.expressions().visit(e);
    }
  }

  void unary(UnaryNode e) {
    if (Statics.isPlain(e.getExpression())) {
      pass.expressions().visit(e.getExpression());
      return;
    }
    String name =
        switch (e.tokenType()) {
          case ADD -> "plus";
          case SUB -> "neg";
          default -> "bnot";
        };
    pass.writer().copyTo(e.getStartWithoutParens());
    pass.open(name, e, e.tokenType().getName());
    pass.writer().skipTo(Expressions.operatorEnd(e));
    pass.within(pass.scope().withOutput(false), () -> pass.expressions().visit(e.getExpression()));
    pass.writer().copyTo(e.getExpression().getFinish());
    pass.writer().insert(")");
  }

  /** The operand of typeof may be an undeclared name, which only typeof may mention. */
  void typeof(UnaryNode e) {
    if (Statics.isPlain(e.getExpression())) {
      pass.expressions().visit(e.getExpression());
      return;
    }
    pass.writer().copyTo(e.getStartWithoutParens());
    Expression operand = e.getExpression();
    if (operand instanceof IdentNode name) {
      pass.expressions().checkName(name);
      pass.writer().insert("ad$typeof(typeof " + name.getName() + ",()=>");
    } else {
      pass.writer().insert("ad$typeof('object',()=>");
    }
    pass.writer().skipTo(Expressions.operatorEnd(e));
    yieldFree(operand, "typeof");
    pass.expressions().visit(operand);
    pass.writer().copyTo(operand.getFinish());
    pass.writer().insert(")");
  }

  void yieldFree(Expression e, String construct) {
    if (Suspension.isIn(e)) {
      throw pass.refused(
          e, "yield or await inside " + construct + " is not supported; assign it first");
    }
  }

  /** The value of {@code a && b} is one of its operands, whose truth may be that of a number. */
  void logical(BinaryNode e) {
    Expression left = e.getLhs();
    if (Statics.isBoolean(left) || Statics.isPlain(left)) {
      pass.within(pass.scope().withOutput(false), () -> pass.expressions().visit(left));
      pass.expressions().visit(e.getRhs());
      return;
    }
    boolean and = e.isTokenType(TokenType.AND);
    pass.writer().copyTo(left.getStart());
    pass.writer().insert("ad$id(");
    pass.within(pass.scope().withOutput(false), () -> wrap(left, "truth", e.tokenType().getName()));
    pass.writer().copyTo(left.getFinish());
    pass.writer().insert(and ? "?" : "?ad$last():");
    pass.writer().skipTo(Expressions.operatorEnd(e));
    pass.expressions().visit(e.getRhs());
    pass.writer().copyTo(e.getRhs().getFinish());
    pass.writer().insert(and ? ":ad$last())" : ")");
  }

  /** Writes {@code ad$name(site, expression)}. */
  void wrap(Expression e, String name, String kind) {
    pass.writer().copyTo(e.getStart());
    pass.open(name, e, kind);
    argument(e);
    pass.writer().insert(")");
  }

  /** Writes an expression so that it is one argument of a call. */
  void argument(Expression e) {
    boolean list = e instanceof BinaryNode node && node.isTokenType(TokenType.COMMARIGHT);
    boolean wrap = list && !e.isParenthesized();
    pass.writer().copyTo(e.getStart());
    pass.writer().insert(wrap ? "(" : "");
    pass.expressions().visit(e);
    pass.writer().copyTo(e.getFinish());
    pass.writer().insert(wrap ? ")" : "");
  }
}
