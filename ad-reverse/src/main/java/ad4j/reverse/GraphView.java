package ad4j.reverse;

import ad4j.engine.Graph;
import ad4j.engine.Graph.Node;
import ad4j.engine.Graph.Operand;
import ad4j.op.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A tape as a {@link Graph}. */
final class GraphView {
  private final Tape tape;

  GraphView(Tape tape) {
    this.tape = tape;
  }

  Graph graph(int[] outputs) {
    List<Node> nodes = new ArrayList<>(tape.size());
    for (int i = 0; i < tape.size(); i++) {
      nodes.add(node(i));
    }
    return new Graph(
        nodes,
        tape.inputCount(),
        Arrays.stream(outputs).mapToObj(output -> operand(output, tape.at(output))).toList());
  }

  private Node node(int i) {
    int[] operands = tape.operands(i);
    double[] values = tape.operandValues(i);
    Operator operator = tape.operator(i);
    List<Double> partials = new ArrayList<>();
    for (int k = 0; k < operands.length && operator != null; k++) {
      partials.add(
          operands[k] >= 0 ? operator.partial(k, values, tape.value(i)) + 0.0 : Double.NaN);
    }
    return new Node(
        i,
        operator,
        IntStream.range(0, operands.length).mapToObj(k -> operand(operands[k], values[k])).toList(),
        tape.value(i),
        partials,
        tape.positions().origin(tape.place(i)));
  }

  private static Operand operand(int operand, double value) {
    return operand >= 0 ? new Operand.Ref(operand, value) : new Operand.Fixed(value);
  }
}
