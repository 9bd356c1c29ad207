package ad4j.script.rewrite;

import ad4j.script.rewrite.Signature.Parameter;
import ad4j.script.rewrite.Signature.Use;
import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.ExpressionStatement;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.ObjectNode;
import com.oracle.js.parser.ir.ParameterNode;
import com.oracle.js.parser.ir.PropertyNode;
import com.oracle.js.parser.ir.Statement;
import com.oracle.js.parser.ir.TernaryNode;
import com.oracle.js.parser.ir.VarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the signature of a function off its text. */
public final class SignatureReader {
  private static final List<String> FRAMES = List.of("(%s\n)", "({%s\n})", "({async %s\n})");

  private SignatureReader() {}

  /** The signature of a function with this text; null for one that is not written in JavaScript. */
  public static @Nullable Signature read(String text) {
    return FRAMES.stream()
        .map(frame -> framed(frame.replace("%s", text)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Signature framed(String text) {
    try {
      FunctionNode program = JsParser.parse(new SourceText("", text), SourceKind.SCRIPT);
      FunctionNode function = function(program.getBody().getLastStatement());
      return function == null
          ? null
          : new Signature(parameters(function), FreeNames.in(program).all(), takesMore(function));
    } catch (SourceException e) {
      return null; // a method needs another frame
    }
  }

  private static boolean takesMore(FunctionNode function) {
    return function.needsArguments()
        || parameters(function).stream().anyMatch(parameter -> parameter.use() == Use.REST);
  }

  private static @Nullable FunctionNode function(@Nullable Statement statement) {
    Expression e = statement instanceof ExpressionStatement s ? s.getExpression() : null;
    if (e instanceof ObjectNode object && !object.getElements().isEmpty()) {
      e = object.getElements().getFirst().getValue();
    }
    return e instanceof FunctionNode function ? function : null;
  }

  private static List<Parameter> parameters(FunctionNode function) {
    List<Parameter> parameters = new ArrayList<>();
    for (IdentNode name : function.getParameters()) {
      parameters.add(
          name.isRestParameter()
              ? new Parameter(name.getName(), Use.REST, true, List.of())
              : ParameterUse.of(function, name.getName(), false));
    }
    for (Statement statement : function.getBody().getStatements()) {
      Parameter parameter = spelledOut(function, statement);
      if (parameter != null) {
        parameters.add(parameter);
      }
    }
    return parameters;
  }

  /** The parser spells out a list of parameters that are not plain names as declarations. */
  private static @Nullable Parameter spelledOut(FunctionNode function, Statement statement) {
    if (statement instanceof VarNode variable && argument(variable.getInit()) != null) {
      ParameterNode argument = argument(variable.getInit());
      String name = variable.getName().getName();
      return argument != null && argument.isRestParameter()
          ? new Parameter(name, Use.REST, true, List.of())
          : ParameterUse.of(function, name, variable.getInit() instanceof TernaryNode);
    }
    if (statement instanceof ExpressionStatement s
        && s.getExpression() instanceof BinaryNode node
        && node.isTokenType(TokenType.ASSIGN_INIT)
        && argument(node.getRhs()) != null) {
      return pattern(node.getLhs(), node.getRhs() instanceof TernaryNode);
    }
    return null;
  }

  private static @Nullable ParameterNode argument(@Nullable Expression init) {
    return switch (init) {
      case ParameterNode node -> node;
      case TernaryNode choice
          when choice.getTest() instanceof BinaryNode test
              && test.getLhs() instanceof ParameterNode node ->
          node;
      case null, default -> null;
    };
  }

  private static Parameter pattern(Expression pattern, boolean optional) {
    if (pattern instanceof ObjectNode object) {
      return new Parameter("", Use.OBJECT, optional, members(object));
    }
    List<String> members = new ArrayList<>();
    if (pattern instanceof LiteralNode<?> array && array.isArray()) {
      array.getElementExpressions().forEach(e -> members.add(name(e)));
    }
    return new Parameter("", Use.ARRAY, optional, members);
  }

  /** The members that a pattern reads; empty for those that it does not name. */
  static List<String> members(ObjectNode pattern) {
    List<String> members = new ArrayList<>();
    for (PropertyNode property : pattern.getElements()) {
      boolean named = !property.isRest() && !property.isComputed();
      members.add(named ? property.getKeyName() : "");
    }
    return members;
  }

  private static String name(@Nullable Expression element) {
    return element instanceof IdentNode name ? name.getName() : "";
  }
}
