package ad4j.script.rewrite;

import ad4j.op.Operator;
import ad4j.op.Operators;
import ad4j.op.Real;
import ad4j.script.rewrite.Formula.Term;
import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.AccessNode;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.CallNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.ExpressionStatement;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.ReturnNode;
import com.oracle.js.parser.ir.Statement;
import com.oracle.js.parser.ir.UnaryNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a formula off an inline function. Whatever it does not know, mistakes included, is no
 * formula: then the text is a script's business.
 */
public final class FormulaReader {
  private static final int DEEPEST = 200;
  private static final Set<String> UNARY =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh",
          "atanh", "exp", "expm1", "log", "log1p", "log2", "log10", "sqrt", "cbrt", "abs", "sign",
          "floor", "ceil", "trunc", "round");
  private static final Set<String> BINARY = Set.of("pow", "atan2");
  private static final Set<String> VARIADIC = Set.of("max", "min", "hypot");

  private final SourceText text;
  private final Operators operators;
  private final Vocabulary vocabulary;
  private final SiteTable sites = new SiteTable();
  private List<String> parameters = List.of();
  private int depth;

  private FormulaReader(SourceText text, Operators operators, Vocabulary vocabulary) {
    this.text = text;
    this.operators = operators;
    this.vocabulary = vocabulary;
  }

  /** The formula that a text is; null if it is none. */
  public static @Nullable Formula read(
      String name, String expression, Operators operators, Vocabulary vocabulary) {
    try {
      SourceText text = SourceText.inBrackets(name, expression);
      FunctionNode program = JsParser.parse(text, SourceKind.SCRIPT);
      return new FormulaReader(text, operators, vocabulary).formula(program);
    } catch (SourceException | StackOverflowError e) {
      return null; // the script says it
    }
  }

  private @Nullable Formula formula(FunctionNode program) {
    List<Statement> statements = program.getBody().getStatements();
    if (statements.size() != 1
        || !(statements.getFirst() instanceof ExpressionStatement statement)) {
      return null;
    }
    Expression body = statement.getExpression();
    if (body instanceof FunctionNode function) {
      parameters = names(function);
      body = returned(function);
    } else {
      parameters = FreeNames.in(program).variables(vocabulary);
    }
    List<Term> results = body == null || parameters.isEmpty() ? null : results(body);
    return results == null ? null : new Formula(parameters, results, sites);
  }

  /** The parameters of an arrow function; none if they are not plain names. */
  private static List<String> names(FunctionNode function) {
    boolean plain =
        function.isArrow()
            && !function.isAsync()
            && function.getParameters().stream().noneMatch(IdentNode::isRestParameter);
    return plain ? function.getParameters().stream().map(IdentNode::getName).toList() : List.of();
  }

  /** What a function returns that does nothing else; so it has no default values to work out. */
  private static @Nullable Expression returned(FunctionNode function) {
    List<Statement> statements = function.getBody().getStatements();
    return statements.size() == 1 && statements.getFirst() instanceof ReturnNode only
        ? only.getExpression()
        : null;
  }

  private @Nullable List<Term> results(Expression body) {
    return body instanceof LiteralNode<?> literal && literal.isArray()
        ? terms(literal.getElementExpressions())
        : terms(List.of(body));
  }

  /** The terms that these are; null unless all of them are. */
  private @Nullable List<Term> terms(List<Expression> expressions) {
    List<Term> terms = new ArrayList<>();
    for (Expression expression : expressions) {
      Term term = expression == null ? null : term(expression); // [, x] has a hole
      if (term == null) {
        return null;
      }
      terms.add(term);
    }
    return terms.isEmpty() ? null : terms;
  }

  private @Nullable Term term(Expression expression) {
    if (++depth > DEEPEST) {
      return null;
    }
    Term term =
        switch (expression) {
          case LiteralNode<?> literal -> number(literal);
          case IdentNode name -> input(name.getName());
          case UnaryNode e -> unary(e);
          case BinaryNode e ->
              applied(e, arithmetic(e.tokenType()), List.of(e.getLhs(), e.getRhs()));
          case CallNode call -> call(call);
          default -> null;
        };
    depth--;
    return term;
  }

  private static @Nullable Term number(LiteralNode<?> literal) {
    return switch (literal.getObject()) {
      case Integer value -> new Formula.Constant(Real.constant(value));
      case Long value -> new Formula.Constant(Real.constant(value));
      case Double value -> new Formula.Constant(Real.constant(value));
      case null, default -> null; // text, big integers
    };
  }

  private @Nullable Term input(String name) {
    int index = parameters.indexOf(name);
    return index < 0 ? null : new Formula.Input(index);
  }

  private @Nullable Term unary(UnaryNode e) {
    return switch (e.tokenType()) {
      case ADD -> term(e.getExpression());
      case SUB -> applied(e, "neg", List.of(e.getExpression()));
      default -> null;
    };
  }

  private static String arithmetic(TokenType type) {
    return switch (type) {
      case ADD -> "add";
      case SUB -> "sub";
      case MUL -> "mul";
      case DIV -> "div";
      case MOD -> "rem";
      case EXP -> "pow";
      default -> "";
    };
  }

  private @Nullable Term call(CallNode call) {
    int count = call.getArgs().size();
    boolean usual = !call.isNew() && !call.isOptionalChain();
    return switch (call.getFunction()) {
      case IdentNode name when usual && isOperator(name.getName(), count) ->
          applied(call, name.getName(), call.getArgs());
      case AccessNode access
          when usual
              && access.getBase() instanceof IdentNode base
              && base.getName().equals("Math")
              && !access.isOptional()
              && isOfMath(access.getProperty(), count) ->
          applied(call, access.getProperty(), call.getArgs());
      default -> null;
    };
  }

  private boolean isOfMath(String name, int count) {
    return !parameters.contains("Math")
        && switch (count) {
          case 0 -> false;
          case 1 -> UNARY.contains(name) || VARIADIC.contains(name);
          case 2 -> BINARY.contains(name) || VARIADIC.contains(name);
          default -> VARIADIC.contains(name);
        };
  }

  private boolean isOperator(String name, int count) {
    Operator operator = operators.find(name);
    return operator != null
        && !parameters.contains(name)
        && vocabulary.operators().contains(name)
        && (operator.arity() == Operator.VARIADIC ? count > 0 : count == operator.arity());
  }

  private @Nullable Term applied(Expression place, String name, List<Expression> arguments) {
    Operator operator = operators.find(name);
    List<Term> terms = operator == null ? null : terms(arguments);
    return operator == null || terms == null
        ? null
        : new Formula.Applied(sites.add(Site.of(text, place, name, "")), operator, terms);
  }
}
