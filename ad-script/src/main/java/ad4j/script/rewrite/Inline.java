package ad4j.script.rewrite;

import java.util.List;

/**
 * A function written on one line: as an expression with free variables, or as a function.
 *
 * @param source what is evaluated, to a function if there are variables
 * @param variables the free variables of an expression, in the order in which they first appear
 */
public record Inline(Rewritten source, List<String> variables) {
  /** Copies the list. */
  public Inline {
    variables = List.copyOf(variables);
  }
}
