package ad4j.script.rewrite;

import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.AccessNode;
import com.oracle.js.parser.ir.CallNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.UnaryNode;
import java.util.List;
import java.util.Set;

/** Rewrites calls whose function must know its site, and those that only show text. */
final class Calls {
  private static final Set<String> CONSOLE =
      Set.of("log", "error", "warn", "info", "debug", "trace");
  private static final Set<String> TEXT_METHODS =
      Set.of("toFixed", "toPrecision", "toExponential", "toString", "toLocaleString", "join");

  private final Pass pass;
  private final Operators operators;

  Calls(Pass pass) {
    this.pass = pass;
    this.operators = new Operators(pass);
  }

  void visit(CallNode call) {
    if (pass.scope().output() && showsText(call)) {
      return;
    }
    pass.within(
        pass.scope().withOutput(false),
        () -> {
          pass.expressions().visit(call.getFunction());
          pass.within(
              pass.scope().withOutput(isOutput(call)), () -> arguments(call, call.getArgs()));
        });
  }

  private void arguments(CallNode call, List<Expression> arguments) {
    String guard = guard(call);
    if (!guard.isEmpty()) {
      operators.wrap(arguments.getFirst(), guard, "argument");
      return;
    }
    Expression last = arguments.isEmpty() ? null : arguments.getLast();
    boolean marked = pass.isOperator(name(call.getFunction()));
    for (Expression argument : arguments) {
      Expression value = isSpread(argument) ? ((UnaryNode) argument).getExpression() : argument;
      if (marked && argument == last) {
        mark("at", call, value);
      } else if (isOperatorAsValue(value)) {
        mark("use", value, value);
      } else {
        pass.expressions().visit(argument);
      }
    }
  }

  /**
   * An operator that is handed over, as in {@code xs.map(Math.sin)}, is at the place of its name.
   */
  private boolean isOperatorAsValue(Expression argument) {
    return switch (argument) {
      case IdentNode name -> pass.isOperator(name.getName());
      case AccessNode access ->
          access.getBase() instanceof IdentNode && pass.isOperator(access.getProperty());
      default -> false;
    };
  }

  private void mark(String function, Expression place, Expression argument) {
    pass.writer().copyTo(argument.getStart());
    pass.open(function, place, "call");
    operators.argument(argument);
    pass.writer().insert(")");
  }

  /** {@code Array(x)} takes a length, and {@code Object(x)} makes an object of a number. */
  private static String guard(CallNode call) {
    boolean one =
        call.getArgs().size() == 1
            && !isSpread(call.getArgs().getFirst())
            && !Statics.isPlain(call.getArgs().getFirst());
    return switch (one ? name(call.getFunction()) : "") {
      case "Array" -> call.getFunction() instanceof IdentNode ? "length" : "";
      case "Object" -> call.getFunction() instanceof IdentNode ? "boxed" : "";
      default -> "";
    };
  }

  private static boolean isSpread(Expression e) {
    return e instanceof UnaryNode node && node.isTokenType(TokenType.SPREAD_ARGUMENT);
  }

  private static String name(Expression function) {
    return switch (function) {
      case IdentNode name -> name.getName();
      case AccessNode access -> access.getProperty();
      default -> "";
    };
  }

  /** Whether the arguments only become text that is shown: a print, or the message of an error. */
  private static boolean isOutput(CallNode call) {
    return switch (call.getFunction()) {
      case IdentNode name -> name.getName().equals("print") || name.getName().endsWith("Error");
      case AccessNode access ->
          access.getBase() instanceof IdentNode base
              && base.getName().equals("console")
              && CONSOLE.contains(access.getProperty());
      default -> false;
    };
  }

  /** Writes {@code x.toFixed(2)} and {@code String(x)} where only text is wanted. */
  private boolean showsText(CallNode call) {
    if (call.isOptionalChain() || call.isNew()) {
      return false;
    }
    if (call.getFunction() instanceof AccessNode access
        && TEXT_METHODS.contains(access.getProperty())
        && !access.isSuper()) {
      method(call, access);
      return true;
    }
    if (call.getFunction() instanceof IdentNode name && name.getName().equals("String")) {
      function(call, "text", name);
      return true;
    }
    if (call.getFunction() instanceof AccessNode access
        && access.getBase() instanceof IdentNode base
        && base.getName().equals("JSON")
        && access.getProperty().equals("stringify")) {
      function(call, "json", access);
      return true;
    }
    return false;
  }

  private void method(CallNode call, AccessNode access) {
    pass.writer().copyTo(call.getStartWithoutParens());
    pass.open("show", call, access.getProperty());
    pass.within(pass.scope().withOutput(false), () -> operators.argument(access.getBase()));
    pass.writer()
        .insert(",\"" + access.getProperty() + "\"" + (call.getArgs().isEmpty() ? "" : ","));
    pass.writer().skipTo(afterParenthesis(call, access));
    plainArguments(call);
  }

  private void function(CallNode call, String name, Expression function) {
    pass.writer().copyTo(call.getStartWithoutParens());
    pass.open(name, call, "text");
    pass.writer().skipTo(afterParenthesis(call, function));
    plainArguments(call);
  }

  private int afterParenthesis(CallNode call, Expression function) {
    return call.getArgs().isEmpty()
        ? pass.text().content().indexOf('(', function.getFinish()) + 1
        : call.getArgs().getFirst().getStart();
  }

  private void plainArguments(CallNode call) {
    pass.within(
        pass.scope().withOutput(false), () -> call.getArgs().forEach(pass.expressions()::visit));
  }
}
