package ad4j.explain;

import ad4j.explain.Explanation.BackwardStep;
import ad4j.explain.Explanation.Contribution;
import ad4j.explain.Explanation.Edge;
import ad4j.explain.Explanation.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The backward pass in words and numbers: operations from the result back, then inputs. */
final class BackwardSteps {
  private final List<Node> nodes;
  private final EdgeList edges;
  private final FormulaText text;
  private final int output;
  private final List<BackwardStep> steps = new ArrayList<>();

  BackwardSteps(List<Node> nodes, EdgeList edges, FormulaText text, int output) {
    this.nodes = nodes;
    this.edges = edges;
    this.text = text;
    this.output = output;
    int inputs = (int) nodes.stream().filter(Node::input).count();
    for (int i = nodes.size() - 1; i >= inputs; i--) {
      steps.add(step(i));
    }
    for (int i = 0; i < inputs; i++) {
      steps.add(step(i));
    }
  }

  private BackwardStep step(int node) {
    List<Contribution> contributions =
        node == output ? List.of() : edges.outgoing(node).stream().map(this::contribution).toList();
    String formula =
        contributions.isEmpty()
            ? node == output ? "1" : "0"
            : contributions.stream().map(this::term).collect(Collectors.joining(" + "));
    return new BackwardStep(node, contributions, formula, nodes.get(node).adjoint());
  }

  private Contribution contribution(int e) {
    Edge edge = edges.edges().get(e);
    double adjoint = nodes.get(edge.to()).adjoint();
    return new Contribution(e, adjoint, edge.partial(), edges.product(e, adjoint));
  }

  private String term(Contribution contribution) {
    Edge edge = edges.edges().get(contribution.edge());
    String partial = text.factor(edges.partial(contribution.edge()));
    return Bar.over(nodes.get(edge.to()).name()) + " * " + partial;
  }

  List<BackwardStep> steps() {
    return steps;
  }

  /** Where an adjoint overflows first. */
  Optional<NotFinite> overflow(List<Node> named) {
    return steps.stream()
        .filter(step -> !Double.isFinite(step.adjoint()))
        .findFirst()
        .map(step -> overflow(named.get(step.node())));
  }

  private static NotFinite overflow(Node node) {
    String message = "the adjoint of " + node.name() + " is " + node.adjoint();
    return new NotFinite(
        NotFinite.Kind.ADJOINT, node.index(), -1, node.adjoint(), message, node.origin());
  }
}
