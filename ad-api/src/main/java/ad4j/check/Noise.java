package ad4j.check;

import ad4j.Differentiable;
import ad4j.engine.Graph;
import ad4j.engine.Graph.Operand;
import ad4j.error.ConfigurationException;

/**
 * The rounding error of a function's results: each operation rounds its value, and its adjoint says
 * how much of that reaches the result. Griewank and Walther, <i>Evaluating Derivatives</i>, §2.
 */
final class Noise {
  private final Differentiable f;

  Noise(Differentiable f) {
    this.f = f;
  }

  /** An absolute error a result, of a few roundings. */
  double[] at(double[] x, double[] values) {
    double[] noise = new double[values.length];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = Math.ulp(finite(values[i]));
    }
    try {
      Graph graph = f.graph(x);
      for (int i = 0; i < noise.length; i++) {
        noise[i] = Math.max(noise[i], of(graph, i));
      }
    } catch (ConfigurationException e) { // no engine records: the last rounding has to do
      return noise;
    }
    return noise;
  }

  private static double of(Graph graph, int output) {
    double[] adjoints = new double[graph.nodes().size()];
    if (graph.outputs().get(output) instanceof Operand.Ref ref) {
      adjoints[ref.index()] = 1;
    }
    double sum = 0;
    for (int i = adjoints.length - 1; i >= graph.inputs(); i--) {
      Graph.Node node = graph.nodes().get(i);
      sum += finite(adjoints[i] * Math.ulp(finite(node.value())));
      for (int k = 0; k < node.operands().size(); k++) {
        if (node.operands().get(k) instanceof Operand.Ref ref) {
          adjoints[ref.index()] += Math.abs(finite(adjoints[i] * node.partials().get(k)));
        }
      }
    }
    return sum;
  }

  private static double finite(double number) {
    return Double.isFinite(number) ? number : 0;
  }
}
