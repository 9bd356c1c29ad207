package ad4j.script.rewrite;

import ad4j.op.Operator;
import ad4j.op.Real;
import java.util.List;

/**
 * A function that is nothing but operators applied to its parameters, and so needs no script to be
 * run: {@code (x, y) => x*y + Math.sin(x)}.
 *
 * @param parameters the names of its parameters
 * @param results what it returns: one number, or the elements of an array
 * @param sites where its operators stand
 */
public record Formula(List<String> parameters, List<Term> results, SiteTable sites) {
  /** Copies the lists. */
  public Formula {
    parameters = List.copyOf(parameters);
    results = List.copyOf(results);
  }

  /** A part of a formula. */
  public sealed interface Term {}

  /** A number that is written down. */
  public record Constant(Real value) implements Term {}

  /** The parameter with this index. */
  public record Input(int index) implements Term {}

  /** An operator at a site. */
  public record Applied(int site, Operator operator, List<Term> arguments) implements Term {
    /** Copies the list. */
    public Applied {
      arguments = List.copyOf(arguments);
    }
  }
}
