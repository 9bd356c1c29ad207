package ad4j.script.rewrite;

import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.ExpressionStatement;
import com.oracle.js.parser.ir.Statement;
import com.oracle.js.parser.ir.VarNode;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the declarations of an input at the prompt repeatable: {@code let}, {@code const} and
 * {@code class} become {@code var}.
 */
final class TopLevel {
  private static final Pattern KEYWORD =
      Pattern.compile("\\b(let|const)(\\s|/\\*.*?\\*/|//[^\\n]*\\n)*$", Pattern.DOTALL);
  private static final Set<String> FIXED =
      Set.of("Math", "Number", "Boolean", "Float64Array", "JSON", "undefined", "NaN", "Infinity");

  private final Pass pass;

  TopLevel(Pass pass) {
    this.pass = pass;
  }

  void before(Statement statement) {
    if (statement instanceof VarNode variable) {
      checkNotFixed(variable);
      if (variable.isClassDeclaration()) {
        pass.writer().copyTo(variable.getInit().getStart());
        pass.writer().insert("var " + variable.getName().getName() + " = ");
      } else if (variable.isBlockScoped() && !variable.isFunctionDeclaration()) {
        keyword(variable.getName().getStart());
      }
    } else if (statement instanceof ExpressionStatement s
        && s.getExpression() instanceof BinaryNode node
        && node.isTokenType(TokenType.ASSIGN_INIT)) {
      keyword(node.getLhs().getStart());
    }
  }

  void after(Statement statement) {
    if (!(statement instanceof VarNode variable)) {
      return;
    }
    Expression init = variable.getInit();
    if (variable.isClassDeclaration()) {
      pass.writer().copyTo(init.getFinish());
      pass.writer().insert(";");
    } else if (init == null && variable.isLet() && !variable.isDestructuring()) {
      pass.writer().copyTo(variable.getName().getFinish());
      pass.writer().insert(" = undefined");
    }
  }

  private void checkNotFixed(VarNode variable) {
    if (FIXED.contains(variable.getName().getName())) {
      throw pass.refused(
          variable.getName(), "'" + variable.getName().getName() + "' cannot be declared here");
    }
  }

  private void keyword(int declarator) {
    Matcher matcher = KEYWORD.matcher(pass.text().content()).region(0, declarator);
    if (matcher.find() && pass.writer().isAhead(matcher.start(1))) {
      pass.writer().copyTo(matcher.start(1));
      pass.writer().insert("var");
      pass.writer().skipTo(matcher.end(1));
    }
  }
}
