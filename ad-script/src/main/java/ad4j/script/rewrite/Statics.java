package ad4j.script.rewrite;

import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.UnaryNode;

/** What the text of an expression alone tells about its value. */
final class Statics {
  private Statics() {}

  /** Whether the value cannot be a tracked number, nor an object that becomes one. */
  static boolean isPlain(Expression e) {
    return switch (e) {
      case LiteralNode<?> literal -> true;
      case FunctionNode function -> true;
      case UnaryNode unary -> isPlainUnary(unary);
      case BinaryNode binary -> isBoolean(binary);
      default -> false;
    };
  }

  private static boolean isPlainUnary(UnaryNode unary) {
    return switch (unary.tokenType()) {
      case NOT, TYPEOF, VOID, DELETE -> true;
      case SUB, ADD -> isPlain(unary.getExpression());
      default -> false;
    };
  }

  /** Whether the value is true or false, also when an operand is tracked. */
  static boolean isBoolean(Expression e) {
    return switch (e) {
      case LiteralNode<?> literal -> literal.getObject() instanceof Boolean;
      case UnaryNode unary ->
          unary.isTokenType(TokenType.NOT) || unary.isTokenType(TokenType.DELETE);
      case BinaryNode binary when binary.isLogical() && !isCoalescing(binary) ->
          isBoolean(binary.getLhs()) && isBoolean(binary.getRhs());
      case BinaryNode binary -> isTest(binary.tokenType());
      default -> false;
    };
  }

  private static boolean isCoalescing(BinaryNode node) {
    return node.isTokenType(TokenType.NULLISHCOALESC);
  }

  private static boolean isTest(TokenType type) {
    return switch (type) {
      case LT, LE, GT, GE, EQ, NE, EQ_STRICT, NE_STRICT, IN, INSTANCEOF -> true;
      default -> false;
    };
  }

  /** Whether a tracked number compared to this by === is unequal, whatever its value. */
  static boolean isNoNumber(Expression e) {
    return switch (e) {
      case LiteralNode<?> literal -> !(literal.getObject() instanceof Number);
      case IdentNode name -> name.getName().equals("undefined");
      case UnaryNode unary ->
          unary.isTokenType(TokenType.TYPEOF) || unary.isTokenType(TokenType.NOT);
      default -> false;
    };
  }

  /** Whether this is null or undefined by its text. */
  static boolean isNullish(Expression e) {
    return switch (e) {
      case LiteralNode<?> literal -> !literal.isArray() && literal.getObject() == null;
      case IdentNode name -> name.getName().equals("undefined");
      default -> false;
    };
  }

  static boolean isTypeof(Expression e) {
    return e instanceof UnaryNode unary && unary.isTokenType(TokenType.TYPEOF);
  }

  /** Whether this is a string literal that names a type which a tracked number does not have. */
  static boolean isOtherTypeName(Expression e) {
    return e instanceof LiteralNode<?> literal
        && literal.isString()
        && !literal.getString().equals("number")
        && !literal.getString().equals("object");
  }

  /** Whether the value is surely a number, tracked or not. */
  static boolean isNumeric(Expression e) {
    return switch (e) {
      case LiteralNode<?> literal -> literal.getObject() instanceof Number;
      case UnaryNode unary -> unary.isTokenType(TokenType.SUB) && isNumeric(unary.getExpression());
      case BinaryNode binary -> isNumericBinary(binary);
      default -> false;
    };
  }

  private static boolean isNumericBinary(BinaryNode binary) {
    return switch (binary.tokenType()) {
      case ADD -> isNumeric(binary.getLhs()) && isNumeric(binary.getRhs());
      case SUB, MUL, DIV, MOD, EXP -> isNumeric(binary.getLhs()) || isNumeric(binary.getRhs());
      default -> false;
    };
  }
}
