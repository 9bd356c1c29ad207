package ad4j.script.rewrite;

import com.oracle.js.parser.Token;
import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.AccessNode;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.BlockExpression;
import com.oracle.js.parser.ir.CallNode;
import com.oracle.js.parser.ir.ClassElement;
import com.oracle.js.parser.ir.ClassNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.ExpressionList;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.IndexNode;
import com.oracle.js.parser.ir.JoinPredecessorExpression;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.ObjectNode;
import com.oracle.js.parser.ir.ParameterNode;
import com.oracle.js.parser.ir.PropertyNode;
import com.oracle.js.parser.ir.TemplateLiteralNode;
import com.oracle.js.parser.ir.TernaryNode;
import com.oracle.js.parser.ir.UnaryNode;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Walks expressions in the order of the source text and rewrites their operators. */
final class Expressions {
  private final Pass pass;
  private final Operators operators;

  Expressions(Pass pass) {
    this.pass = pass;
    this.operators = new Operators(pass);
  }

  void visit(@Nullable Expression expression) {
    switch (expression) {
      case null -> {}
      case IdentNode e -> checkName(e);
      case LiteralNode<?> e -> literal(e);
      case BinaryNode e -> binary(e);
      case UnaryNode e -> unary(e);
      case TernaryNode e -> ternary(e);
      case JoinPredecessorExpression e -> visit(e.getExpression());
      case AccessNode e -> shown(e.getBase());
      case IndexNode e -> {
        shown(e.getBase());
        shown(e.getIndex());
      }
      case CallNode e -> pass.calls().visit(e);
      case FunctionNode e -> function(e);
      case ClassNode e -> type(e);
      case ObjectNode e -> e.getElements().forEach(this::property);
      case TemplateLiteralNode e -> template(e);
      case BlockExpression e -> pass.statements().block(e.getBlock());
      case ExpressionList e -> e.getExpressions().forEach(this::visit);
      case ParameterNode e -> {}
      default -> throw pass.refused(expression, "unsupported expression " + expression.getClass());
    }
  }

  /** Visits a part whose value is used as a value, even where its surroundings become text. */
  private void shown(Expression part) {
    pass.within(pass.scope().withOutput(false), () -> visit(part));
  }

  void checkName(IdentNode name) {
    if (name.getName().startsWith(Pass.RESERVED)) {
      throw pass.refused(name, "names that begin with '" + Pass.RESERVED + "' are reserved");
    }
  }

  /** Visits an expression whose value nobody reads. */
  void discard(@Nullable Expression expression) {
    if (expression instanceof UnaryNode node && Assignments.isStep(node)) {
      pass.assignments().step(node, false);
    } else if (expression instanceof BinaryNode node && node.isTokenType(TokenType.COMMARIGHT)) {
      discard(node.getLhs());
      discard(node.getRhs());
    } else {
      visit(expression);
    }
  }

  /** Visits an expression of which only the truth is read. */
  void truth(Expression e) {
    if (e instanceof BinaryNode node
        && (node.isTokenType(TokenType.AND) || node.isTokenType(TokenType.OR))) {
      truth(node.getLhs());
      truth(node.getRhs());
    } else if (Statics.isBoolean(e) || Statics.isPlain(e)) {
      visit(e);
    } else {
      operators.wrap(e, "truth", "condition");
    }
  }

  /** Visits an expression whose value is compared by a switch. */
  void observed(Expression e) {
    if (Statics.isPlain(e)) {
      visit(e);
    } else {
      operators.wrap(e, "observe", "switch");
    }
  }

  private void literal(LiteralNode<?> literal) {
    if (literal.isArray()) {
      literal.getElementExpressions().forEach(this::visit);
    }
  }

  private void binary(BinaryNode e) {
    switch (e.tokenType()) {
      case ASSIGN, ASSIGN_INIT -> pass.assignments().plain(e);
      case COMMARIGHT -> {
        discard(e.getLhs());
        visit(e.getRhs());
      }
      case AND, OR -> operators.logical(e);
      case NULLISHCOALESC, IN, INSTANCEOF -> {
        visit(e.getLhs());
        visit(e.getRhs());
      }
      default -> {
        if (e.isAssignment()) {
          pass.assignments().compound(e);
        } else {
          operators.binary(e);
        }
      }
    }
  }

  private void unary(UnaryNode e) {
    switch (e.tokenType()) {
      case ADD, SUB, BIT_NOT -> operators.unary(e);
      case NOT -> truth(e.getExpression());
      case TYPEOF -> operators.typeof(e);
      case INCPREFIX, DECPREFIX, INCPOSTFIX, DECPOSTFIX -> pass.assignments().step(e, true);
      default -> visit(e.getExpression());
    }
  }

  private void ternary(TernaryNode e) {
    pass.within(pass.scope().withOutput(false), () -> truth(e.getTest()));
    visit(e.getTrueExpression());
    visit(e.getFalseExpression());
  }

  private void function(FunctionNode function) {
    pass.within(
        pass.scope().inFunction(function.isStrict()),
        () -> {
          function.getParameters().forEach(this::checkName);
          pass.statements().block(function.getBody());
        });
  }

  private void type(ClassNode type) {
    pass.within(
        pass.scope().inClass(),
        () -> {
          visit(type.getClassHeritage());
          Stream.concat(Stream.ofNullable(type.getConstructor()), type.getClassElements().stream())
              .filter(element -> element.getStart() > type.getStart())
              .distinct()
              .sorted(Comparator.comparingInt(ClassElement::getStart))
              .forEach(this::property);
        });
  }

  private void property(PropertyNode property) {
    if (property.isComputed() || property.isRest() || property.getKey() instanceof UnaryNode) {
      visit(property.getKey());
    }
    visit(property.getValue());
    visit(property.getGetter());
    visit(property.getSetter());
  }

  private void template(TemplateLiteralNode template) {
    if (template instanceof TemplateLiteralNode.UntaggedTemplateLiteralNode untagged) {
      for (Expression part : untagged.getExpressions()) {
        if (pass.scope().output() && !Statics.isPlain(part)) {
          operators.wrap(part, "text", "text");
        } else {
          visit(part);
        }
      }
    }
  }

  /** Visits the target of an assignment, which may be a destructuring pattern. */
  void pattern(@Nullable Expression target) {
    switch (target) {
      case null -> {}
      case LiteralNode<?> array when array.isArray() ->
          array.getElementExpressions().forEach(this::pattern);
      case ObjectNode object -> object.getElements().forEach(this::patternProperty);
      case BinaryNode withDefault when isDefault(withDefault) -> {
        pattern(withDefault.getLhs());
        visit(withDefault.getRhs());
      }
      case UnaryNode rest -> pattern(rest.getExpression());
      default -> visit(target);
    }
  }

  private static boolean isDefault(BinaryNode node) {
    return node.isTokenType(TokenType.ASSIGN) || node.isTokenType(TokenType.ASSIGN_INIT);
  }

  private void patternProperty(PropertyNode property) {
    if (property.isComputed()) {
      visit(property.getKey());
    } else if (property.getKey() instanceof UnaryNode rest) {
      pattern(rest.getExpression());
    }
    pattern(property.getValue());
  }

  static int operatorStart(Expression e) {
    return Token.descPosition(e.getToken());
  }

  static int operatorEnd(Expression e) {
    return operatorStart(e) + Token.descLength(e.getToken());
  }
}
