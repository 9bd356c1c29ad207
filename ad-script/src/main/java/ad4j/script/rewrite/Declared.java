package ad4j.script.rewrite;

import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.VarNode;
import java.util.List;

/**
 * The names that an input at the prompt declares for all that follow.
 *
 * @param names all of them
 * @param constants those that are not to be assigned
 */
public record Declared(List<String> names, List<String> constants) {
  /** Copies the lists. */
  public Declared {
    names = List.copyOf(names);
    constants = List.copyOf(constants);
  }

  static Declared in(FunctionNode program) {
    List<VarNode> variables =
        program.getBody().getStatements().stream()
            .filter(VarNode.class::isInstance)
            .map(VarNode.class::cast)
            .filter(variable -> !variable.getName().getName().startsWith(":"))
            .toList();
    return new Declared(
        names(variables), names(variables.stream().filter(VarNode::isConst).toList()));
  }

  private static List<String> names(List<VarNode> variables) {
    return variables.stream().map(variable -> variable.getName().getName()).toList();
  }
}
