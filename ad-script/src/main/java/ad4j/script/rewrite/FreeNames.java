package ad4j.script.rewrite;

import com.oracle.js.parser.ir.AccessNode;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.CallNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.LexicalContext;
import com.oracle.js.parser.ir.Node;
import com.oracle.js.parser.ir.Scope;
import com.oracle.js.parser.ir.UnaryNode;
import com.oracle.js.parser.ir.visitor.NodeVisitor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects the names that a piece of code uses without declaring them. */
final class FreeNames extends NodeVisitor<LexicalContext> {
  private final List<IdentNode> free = new ArrayList<>();
  private final Set<String> called = new HashSet<>();
  private final Set<String> operands = new HashSet<>();

  private FreeNames() {
    super(new LexicalContext());
  }

  static FreeNames in(Node node) {
    FreeNames names = new FreeNames();
    node.accept(names);
    return names;
  }

  /** All of them, in the order in which they first appear. */
  List<String> all() {
    return free.stream()
        .sorted(Comparator.comparingInt(IdentNode::getStart))
        .map(IdentNode::getName)
        .distinct()
        .toList();
  }

  /** Those that are variables. An operator's name is one where it stands as a number only. */
  List<String> variables(Vocabulary vocabulary) {
    return all().stream()
        .filter(name -> !called.contains(name) && !vocabulary.known().contains(name))
        .filter(name -> !vocabulary.marked().contains(name) || operands.contains(name))
        .toList();
  }

  @Override
  public boolean enterIdentNode(IdentNode name) {
    boolean special =
        name.isPropertyName()
            || name.isThis()
            || name.isSuper()
            || name.isMetaProperty()
            || name.isPrivate()
            || name.isInternal()
            || name.getName().equals("arguments");
    if (!special && !isDeclared(name.getName())) {
      free.add(name);
    }
    return true;
  }

  private boolean isDeclared(String name) {
    for (Scope scope = lc.getCurrentScope(); scope != null; scope = scope.getParent()) {
      if (scope.hasSymbol(name)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean enterCallNode(CallNode call) {
    if (call.getFunction() instanceof IdentNode name) {
      called.add(name.getName());
    }
    boolean math =
        call.getFunction() instanceof AccessNode access
            && access.getBase() instanceof IdentNode base
            && base.getName().equals("Math");
    if (math || call.getFunction() instanceof IdentNode) {
      call.getArgs().forEach(this::operand);
    }
    return true;
  }

  @Override
  public boolean enterBinaryNode(BinaryNode node) {
    if (!node.isLogical() && !node.isAssignment()) {
      operand(node.getLhs());
      operand(node.getRhs());
    }
    return true;
  }

  @Override
  public boolean enterUnaryNode(UnaryNode node) {
    switch (node.tokenType()) {
      case ADD, SUB -> operand(node.getExpression());
      default -> {}
    }
    return true;
  }

  private void operand(Expression expression) {
    if (expression instanceof IdentNode name) {
      operands.add(name.getName());
    }
  }
}
