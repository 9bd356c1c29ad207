package ad4j.script.rewrite;

import ad4j.script.rewrite.Signature.Parameter;
import ad4j.script.rewrite.Signature.Use;
import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.AccessNode;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.ForNode;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.IndexNode;
import com.oracle.js.parser.ir.LexicalContext;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.ObjectNode;
import com.oracle.js.parser.ir.UnaryNode;
import com.oracle.js.parser.ir.visitor.NodeVisitor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at what a function does with one of its parameters. */
final class ParameterUse extends NodeVisitor<LexicalContext> {
  private static final Set<String> ARRAY_MEMBERS =
      Set.of(
          "length",
          "map",
          "reduce",
          "reduceRight",
          "forEach",
          "slice",
          "entries",
          "keys",
          "values",
          "filter",
          "some",
          "every",
          "find",
          "findIndex",
          "at",
          "concat",
          "flat",
          "flatMap",
          "join",
          "indexOf",
          "includes",
          "push",
          "pop",
          "shift",
          "reverse",
          "sort",
          "subarray",
          "fill",
          "toSorted",
          "toReversed",
          "with");
  private static final Set<String> NUMBER_MEMBERS =
      Set.of("toFixed", "toPrecision", "toExponential", "toString", "valueOf", "toLocaleString");

  private final String name;
  private final Set<String> members = new LinkedHashSet<>();
  private boolean array;

  private ParameterUse(String name) {
    super(new LexicalContext());
    this.name = name;
  }

  static Parameter of(FunctionNode function, String name, boolean optional) {
    ParameterUse use = new ParameterUse(name);
    function.getBody().accept(use);
    List<String> members = new ArrayList<>(use.members);
    Use found = use.array ? Use.ARRAY : members.isEmpty() ? Use.ANY : Use.OBJECT;
    return new Parameter(name, found, optional, use.array ? List.of() : members);
  }

  private boolean isIt(@Nullable Expression e) {
    return e instanceof IdentNode identifier && identifier.getName().equals(name);
  }

  @Override
  public boolean enterIndexNode(IndexNode node) {
    if (isIt(node.getBase())) {
      if (node.getIndex() instanceof LiteralNode<?> key
          && key.isString()
          && !key.getString().matches("\\d+")) {
        members.add(key.getString());
      } else {
        array = true;
      }
    }
    return true;
  }

  @Override
  public boolean enterAccessNode(AccessNode node) {
    if (isIt(node.getBase()) && !NUMBER_MEMBERS.contains(node.getProperty())) {
      array |= ARRAY_MEMBERS.contains(node.getProperty());
      members.add(node.getProperty());
    }
    return true;
  }

  @Override
  public boolean enterForNode(ForNode node) {
    array |= node.isForOf() && node.getModify() != null && isIt(node.getModify().getExpression());
    return true;
  }

  @Override
  public boolean enterUnaryNode(UnaryNode node) {
    boolean spread =
        node.isTokenType(TokenType.SPREAD_ARGUMENT) || node.isTokenType(TokenType.SPREAD_ARRAY);
    array |= spread && isIt(node.getExpression());
    return true;
  }

  @Override
  public boolean enterBinaryNode(BinaryNode node) {
    if (node.isAssignment() && isIt(node.getRhs())) {
      array |= node.getLhs() instanceof LiteralNode<?> literal && literal.isArray();
      if (node.getLhs() instanceof ObjectNode object) {
        members.addAll(SignatureReader.members(object));
      }
    }
    return true;
  }
}
