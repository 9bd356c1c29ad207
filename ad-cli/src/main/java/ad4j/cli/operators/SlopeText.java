package ad4j.cli.operators;

import ad4j.Differentiable;
import ad4j.Installation;
import ad4j.engine.Graph;
import ad4j.error.AdException;
import ad4j.explain.ExplainOptions;
import ad4j.explain.Explanation;
import ad4j.op.Domain;
import ad4j.op.Operator;
import ad4j.op.Real;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The slopes of an operator as formulas: what an explanation of it would show. */
final class SlopeText {
  private final Operator operator;
  private final Installation installation;

  SlopeText(Operator operator, Installation installation) {
    this.operator = operator;
    this.installation = installation;
  }

  /** Rules by partial: {@code dy/dx} to {@code cos(x)}; without those that are no formula. */
  Map<String, String> partials() {
    Map<String, String> partials = new LinkedHashMap<>();
    List<String> arguments = DomainText.arguments(operator);
    String result = arguments.contains("y") ? "z" : "y";
    try {
      Explanation explanation = explanation(arguments, result);
      for (Explanation.Edge edge : explanation.edges()) {
        if (!edge.rule().isEmpty()) {
          String argument = explanation.nodes().get(edge.from()).name();
          partials.put("d" + result + "/d" + argument, edge.rule());
        }
      }
    } catch (AdException e) {
      partials.clear(); // no engine here can show it
    }
    return partials;
  }

  private Explanation explanation(List<String> arguments, String result) {
    Differentiable f =
        new Differentiable(x -> new Real[] {operator.of(x)}, installation.differentiator());
    double[] x = new double[arguments.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = inside(operator.domain(i), i);
    }
    Graph graph = f.record(x).graph();
    return Explanation.of(
        graph, ExplainOptions.of(arguments).label(graph.nodes().size() - 1, result));
  }

  private static double inside(Domain domain, int i) {
    boolean low = Double.isFinite(domain.low());
    boolean high = Double.isFinite(domain.high());
    double share = 0.37 + 0.11 * i;
    return low && high
        ? domain.low() + share / (1 + i) * (domain.high() - domain.low())
        : low ? domain.low() + share : high ? domain.high() - share : share;
  }
}
