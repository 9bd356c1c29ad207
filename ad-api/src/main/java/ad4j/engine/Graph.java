package ad4j.engine;

import ad4j.error.Origin;
import ad4j.op.Operator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The computational graph of a function at a point: nodes in the order in which they were computed.
 *
 * @param nodes inputs first, then operations; a node's index is its number
 * @param inputs how many inputs there are
 * @param outputs what the function returned
 */
public record Graph(List<Node> nodes, int inputs, List<Operand> outputs) {
  /** Copies the lists. */
  public Graph {
    nodes = List.copyOf(nodes);
    outputs = List.copyOf(outputs);
  }

  /**
   * An input or an operation.
   *
   * @param index its number in {@link Graph#nodes}
   * @param operator what computed it; null for an input
   * @param operands what it was computed from
   * @param value its value
   * @param partials the local partial by each operand; NaN by a constant, where none is needed
   * @param origin where in the source it was computed, if known
   */
  public record Node(
      int index,
      @Nullable Operator operator,
      List<Operand> operands,
      double value,
      List<Double> partials,
      @Nullable Origin origin) {
    /** Copies the lists. */
    public Node {
      operands = List.copyOf(operands);
      partials = List.copyOf(partials);
    }
  }

  /** What an operation works on: a node, or a number that depends on no input. */
  public sealed interface Operand {
    /** Its value. */
    double value();

    /**
     * A node of the graph.
     *
     * @param index its number in {@link Graph#nodes}
     * @param value its value
     */
    record Ref(int index, double value) implements Operand {}

    /**
     * A number.
     *
     * @param value itself
     */
    record Fixed(double value) implements Operand {}
  }
}
