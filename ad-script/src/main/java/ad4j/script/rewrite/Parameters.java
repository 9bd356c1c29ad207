package ad4j.script.rewrite;

import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.ParameterNode;
import com.oracle.js.parser.ir.TernaryNode;
import org.jspecify.annotations.Nullable;

/** Sees through the way in which the parser spells out parameters with default values. */
final class Parameters {
  private Parameters() {}

  /**
   * Returns what the user wrote as the initial value: for {@code (a = 1)} the parser yields {@code
   * let a = PARAMETER === void 0 ? 1 : PARAMETER}; null if the value is the bare parameter.
   */
  static @Nullable Expression defaultValue(Expression init) {
    if (init instanceof ParameterNode) {
      return null;
    }
    boolean spelledOut =
        init instanceof TernaryNode choice
            && choice.getTest() instanceof BinaryNode test
            && test.getLhs() instanceof ParameterNode;
    return spelledOut ? ((TernaryNode) init).getTrueExpression().getExpression() : init;
  }
}
