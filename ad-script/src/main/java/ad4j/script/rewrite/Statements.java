package ad4j.script.rewrite;

import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.Block;
import com.oracle.js.parser.ir.BlockStatement;
import com.oracle.js.parser.ir.BreakNode;
import com.oracle.js.parser.ir.CaseNode;
import com.oracle.js.parser.ir.CatchNode;
import com.oracle.js.parser.ir.ContinueNode;
import com.oracle.js.parser.ir.DebuggerNode;
import com.oracle.js.parser.ir.EmptyNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.ExpressionStatement;
import com.oracle.js.parser.ir.ForNode;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.IfNode;
import com.oracle.js.parser.ir.JoinPredecessorExpression;
import com.oracle.js.parser.ir.LabelNode;
import com.oracle.js.parser.ir.ReturnNode;
import com.oracle.js.parser.ir.Statement;
import com.oracle.js.parser.ir.SwitchNode;
import com.oracle.js.parser.ir.ThrowNode;
import com.oracle.js.parser.ir.TryNode;
import com.oracle.js.parser.ir.VarNode;
import com.oracle.js.parser.ir.WhileNode;
import com.oracle.js.parser.ir.WithNode;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks statements in the order of the source text. */
final class Statements {
  private static final String SWITCH_VARIABLE = ":switch";

  private final Pass pass;

  Statements(Pass pass) {
    this.pass = pass;
  }

  void program(FunctionNode program) {
    pass.within(
        new Pass.Scope(pass.scope().strict() || program.isStrict(), false, false),
        () -> {
          TopLevel topLevel = new TopLevel(pass);
          for (Statement statement : inOrder(program.getBody().getStatements())) {
            if (pass.kind() == SourceKind.REPL) {
              topLevel.before(statement);
            }
            visit(statement);
            if (pass.kind() == SourceKind.REPL) {
              topLevel.after(statement);
            }
          }
        });
  }

  void block(@Nullable Block block) {
    if (block != null) {
      inOrder(block.getStatements()).forEach(this::visit);
    }
  }

  /** Declarations come first in the parser's lists, wherever they stand. */
  private static List<Statement> inOrder(List<Statement> statements) {
    return statements.stream().sorted(Comparator.comparingInt(Statements::start)).toList();
  }

  /** The discriminant of a switch and the variables of a for loop stand inside the statement. */
  private static int start(Statement statement) {
    return switch (statement) {
      case ForNode loop -> loop.getBody().getStart();
      case VarNode variable when isDiscriminant(variable) -> 0;
      case VarNode variable when variable.getInit() == null -> variable.getName().getStart();
      case VarNode variable -> variable.getInit().getStart();
      default -> statement.getStart();
    };
  }

  private static boolean isDiscriminant(VarNode variable) {
    return variable.getName().getName().startsWith(SWITCH_VARIABLE);
  }

  private void visit(Statement statement) {
    switch (statement) {
      case ExpressionStatement s -> expressionStatement(s);
      case VarNode s -> variable(s);
      case ReturnNode s -> pass.expressions().visit(s.getExpression());
      case BlockStatement s -> block(s.getBlock());
      case IfNode s -> {
        pass.expressions().truth(s.getTest());
        block(s.getPass());
        block(s.getFail());
      }
      case ForNode s -> forLoop(s);
      case WhileNode s -> whileLoop(s);
      case SwitchNode s -> s.getCases().stream().sorted(BY_START).forEach(this::caseClause);
      case TryNode s -> tryStatement(s);
      case CatchNode s -> catchClause(s);
      case ThrowNode s -> throwStatement(s);
      case LabelNode s -> block(s.getBody());
      case WithNode s -> throw pass.refused(s, "'with' is not supported; name the object instead");
      case EmptyNode s -> {}
      case BreakNode s -> {}
      case ContinueNode s -> {}
      case DebuggerNode s -> {}
      default -> throw pass.refused(statement, "unsupported statement " + statement.getClass());
    }
  }

  private static final Comparator<CaseNode> BY_START = Comparator.comparingInt(CaseNode::getStart);

  private void expressionStatement(ExpressionStatement statement) {
    Expression expression = statement.getExpression();
    boolean unused = pass.scope().function();
    if (expression instanceof BinaryNode node && node.isTokenType(TokenType.ASSIGN_INIT)) {
      pass.expressions().pattern(node.getLhs());
      initializer(node.getLhs(), node.getRhs());
    } else if (unused) {
      pass.expressions().discard(expression);
    } else {
      pass.expressions().visit(expression);
    }
  }

  private void variable(VarNode variable) {
    pass.expressions().checkName(variable.getName());
    Expression init = variable.getInit();
    if (init == null) {
      return;
    }
    if (isDiscriminant(variable)) {
      pass.expressions().observed(init);
    } else {
      initializer(variable.getName(), init);
    }
  }

  private void initializer(Expression target, Expression init) {
    Expression written = Parameters.defaultValue(init);
    if (written != null) {
      pass.variables().note(target, written);
      pass.expressions().visit(written);
    }
  }

  private void forLoop(ForNode loop) {
    if (loop.isForInOrOf()) {
      pass.expressions().pattern(loop.getInit());
      expression(loop.getModify());
    } else {
      pass.expressions().discard(loop.getInit());
      test(loop.getTest());
      JoinPredecessorExpression modify = loop.getModify();
      pass.expressions().discard(modify == null ? null : modify.getExpression());
    }
    block(loop.getBody());
  }

  private void whileLoop(WhileNode loop) {
    if (loop.isDoWhile()) {
      block(loop.getBody());
      test(loop.getTest());
    } else {
      test(loop.getTest());
      block(loop.getBody());
    }
  }

  private void test(@Nullable JoinPredecessorExpression test) {
    if (test != null && test.getExpression() != null) {
      pass.expressions().truth(test.getExpression());
    }
  }

  private void expression(@Nullable JoinPredecessorExpression expression) {
    if (expression != null) {
      pass.expressions().visit(expression.getExpression());
    }
  }

  private void caseClause(CaseNode clause) {
    if (clause.getTest() != null) {
      pass.expressions().observed(clause.getTest());
    }
    inOrder(clause.getStatements()).forEach(this::visit);
  }

  private void tryStatement(TryNode statement) {
    block(statement.getBody());
    statement.getCatchBlocks().forEach(this::block);
    block(statement.getFinallyBody());
  }

  private void catchClause(CatchNode clause) {
    pass.expressions().pattern(clause.getDestructuringPattern());
    block(clause.getBody());
  }

  private void throwStatement(ThrowNode statement) {
    pass.within(
        pass.scope().withOutput(true), () -> pass.expressions().visit(statement.getExpression()));
  }
}
