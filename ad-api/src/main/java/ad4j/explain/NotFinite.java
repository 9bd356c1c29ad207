package ad4j.explain;

import ad4j.engine.Graph;
import ad4j.error.Origin;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The place where a number first becomes infinite or NaN.
 *
 * @param kind which number
 * @param node the node's index in {@link Graph#nodes}
 * @param operand for a partial, which operand it is by, from 0; else -1
 * @param number the number
 * @param message in words, such as {@code the slope of sqrt(0) is Infinity}
 * @param origin where in the source it is computed, if known
 */
public record NotFinite(
    Kind kind, int node, int operand, double number, String message, @Nullable Origin origin) {
  /** Which number is not finite. */
  public enum Kind {
    /** The value of an input. */
    INPUT,
    /** The value of an operation. */
    VALUE,
    /** The partial of an operation by an operand. */
    PARTIAL,
    /** An adjoint, though all values and partials are finite: it overflows. */
    ADJOINT
  }

  /** The first value or partial that is not finite, in the order of computation. */
  public static Optional<NotFinite> first(Graph graph) {
    return FirstNotFinite.in(graph);
  }
}
