package ad4j.explain;

import ad4j.engine.Graph;
import ad4j.error.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one result of a function and its derivatives come about at a point, as data: what {@code ad
 * explain} shows. Immutable. Texts of formulas are finished; numbers are left to the renderer.
 *
 * <p>Equal operations on equal operands are one node. Constants are no nodes. Operations that do
 * not lead to the result are left out.
 *
 * @param nodes inputs first, in the order in which operations use them, unused ones last; then
 *     operations in the order computed
 * @param edges one for each pair of a node and one of its operands, by node, then by operand
 * @param output the result that is explained
 * @param backward the backward pass: operations from the result back, then inputs
 * @param paths for each chosen input, the products of partials along its paths to the result
 * @param passes what each mode costs
 * @param notFinite where a number first becomes infinite or NaN; null if none does
 * @param leftOut how many operations do not lead to the result and are left out
 * @param digits how many digits numbers are to be shown with, see {@link ExplainOptions#digits}
 */
public record Explanation(
    List<Node> nodes,
    List<Edge> edges,
    Output output,
    List<BackwardStep> backward,
    List<Paths> paths,
    Passes passes,
    @Nullable NotFinite notFinite,
    int leftOut,
    int digits) {

  /** Copies the lists. */
  public Explanation {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    backward = List.copyOf(backward);
    paths = List.copyOf(paths);
  }

  /**
   * Explains a recorded graph.
   *
   * @throws ad4j.error.ShapeException if there are no inputs, no such result, or names do not fit
   */
  public static Explanation of(Graph graph, ExplainOptions options) {
    return Builder.explain(graph, options);
  }

  /**
   * An input or an operation.
   *
   * @param name its name in all texts, such as {@code w5}
   * @param alias another name: of the input, or of the result; empty if there is none
   * @param input whether it is an input
   * @param formula how it is computed, in names: {@code w1 * w2}; empty for an input
   * @param numbers the same in numbers: {@code 2 * 1}; empty for an input
   * @param value its value
   * @param adjoint the derivative of the result by it
   * @param index its number in {@link Graph#nodes}; the first one's, if several were merged
   * @param origin where in the source it is computed, if known
   */
  public record Node(
      String name,
      String alias,
      boolean input,
      String formula,
      String numbers,
      double value,
      double adjoint,
      int index,
      @Nullable Origin origin) {}

  /**
   * The dependence of an operation on an operand.
   *
   * @param from the operand: a position in {@link Explanation#nodes}
   * @param to the operation: a position in {@link Explanation#nodes}
   * @param name such as {@code ∂w5/∂w1}
   * @param rule the partial in names, such as {@code w2}; empty where only its number is known
   * @param partial the partial; the sum of partials if the operand occurs more than once
   * @param remark on an undefined slope, or on the other side of a kink; may be empty
   */
  public record Edge(int from, int to, String name, String rule, double partial, String remark) {}

  /**
   * The result that is explained.
   *
   * @param index its number among the function's results, from 0
   * @param name its name; may be empty
   * @param node its position in {@link Explanation#nodes}; -1 if it depends on no input
   * @param value its value
   */
  public record Output(int index, String name, int node, double value) {}

  /**
   * How a node comes by its adjoint.
   *
   * @param node its position in {@link Explanation#nodes}
   * @param contributions what its users give it, by user; empty for the result, whose adjoint is 1,
   *     and for an unused input
   * @param formula the sum in names: {@code ū * (-sin(r)) + v̄ * cos(r)}; {@code 1} for the result
   * @param adjoint the sum
   */
  public record BackwardStep(
      int node, List<Contribution> contributions, String formula, double adjoint) {
    /** Copies the list. */
    public BackwardStep {
      contributions = List.copyOf(contributions);
    }
  }

  /**
   * What a node's user gives it.
   *
   * @param edge the position of the edge in {@link Explanation#edges}
   * @param adjoint the user's adjoint
   * @param partial the partial on the edge
   * @param product adjoint times partial; 0 if either is 0, whatever the other is
   */
  public record Contribution(int edge, double adjoint, double partial, double product) {}

  /**
   * The derivative by one input as a sum over paths.
   *
   * @param input the input's position in {@link Explanation#nodes}
   * @param paths some or all paths, from the result to the input
   * @param leftOut how many more there are; Infinity if too many for a double
   * @param sum the derivative: the sum over all paths, shown or not
   */
  public record Paths(int input, List<Path> paths, double leftOut, double sum) {
    /** Copies the list. */
    public Paths {
      paths = List.copyOf(paths);
    }
  }

  /**
   * A way from the result back to an input.
   *
   * @param edges positions in {@link Explanation#edges}, from the result on
   * @param product the product of their partials; 0 if one is 0, whatever the others are
   */
  public record Path(List<Integer> edges, double product) {
    /** Copies the list. */
    public Path {
      edges = List.copyOf(edges);
    }
  }

  /**
   * How many passes over the graph each mode needs for the gradient.
   *
   * @param forward one an input
   * @param reverse two in all: one forward, one backward
   */
  public record Passes(int forward, int reverse) {}

  /** All of it as text, as {@link TextRenderer} has it. */
  @Override
  public String toString() {
    return new TextRenderer().render(this);
  }
}
