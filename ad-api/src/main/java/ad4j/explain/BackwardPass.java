package ad4j.explain;

import ad4j.engine.Graph;
import ad4j.engine.Graph.Operand;
import java.util.List;

/**
 * The adjoints of all nodes of a graph, added up as an engine's sweep adds them. An adjoint or a
 * partial that is exactly 0 contributes nothing, whatever the other factor is.
 */
final class BackwardPass {
  private final Reduction reduction;
  private final double[] adjoints;

  BackwardPass(Reduction reduction, int output) {
    this.reduction = reduction;
    adjoints = new double[reduction.size()];
    if (output >= 0) {
      adjoints[output] = 1;
    }
    for (int p = adjoints.length - 1; p >= 0; p--) {
      pull(reduction.node(p), adjoints[p]);
    }
  }

  private void pull(Graph.Node node, double adjoint) {
    List<Operand> operands = node.operands();
    for (int k = 0; k < operands.size(); k++) {
      int operand = reduction.position(operands.get(k));
      if (operand >= 0) {
        adjoints[operand] += product(adjoint, node.partials().get(k));
      }
    }
  }

  static double product(double adjoint, double partial) {
    return adjoint == 0 || partial == 0 ? 0 : adjoint * partial;
  }

  double adjoint(int position) {
    return adjoints[position];
  }
}
