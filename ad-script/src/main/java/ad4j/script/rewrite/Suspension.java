package ad4j.script.rewrite;

import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.LexicalContext;
import com.oracle.js.parser.ir.Node;
import com.oracle.js.parser.ir.UnaryNode;
import com.oracle.js.parser.ir.visitor.NodeVisitor;

/** Looks for yield and await, which cannot be moved into another function. */
final class Suspension extends NodeVisitor<LexicalContext> {
  private boolean found;

  private Suspension() {
    super(new LexicalContext());
  }

  static boolean isIn(Node node) {
    Suspension search = new Suspension();
    node.accept(search);
    return search.found;
  }

  @Override
  public boolean enterUnaryNode(UnaryNode node) {
    found |=
        node.isTokenType(TokenType.YIELD)
            || node.isTokenType(TokenType.YIELD_STAR)
            || node.isTokenType(TokenType.AWAIT);
    return true;
  }

  @Override
  public boolean enterFunctionNode(FunctionNode node) {
    return false;
  }
}
