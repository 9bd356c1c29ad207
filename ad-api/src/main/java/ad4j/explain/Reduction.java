package ad4j.explain;

import ad4j.engine.Graph;
import ad4j.engine.Graph.Operand;
import ad4j.op.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A graph as it is shown: equal operations on equal operands are one, what does not lead to the
 * result is left out, and nodes are in the order of the explanation. Positions are in that order;
 * the operands of nodes are positions, too.
 */
final class Reduction {
  private record Key(@Nullable Operator operator, List<Operand> operands) {}

  private final Graph graph;
  private final int[] representatives;
  private final List<Integer> originals = new ArrayList<>();
  private final int[] positions;
  private final boolean[] needed;
  private final Map<Integer, String> labels = new HashMap<>();
  private final int leftOut;

  Reduction(Graph graph, ExplainOptions options, boolean keepOrder) {
    this.graph = graph;
    representatives = merge(graph);
    needed = new boolean[representatives.length];
    markNeeded(options.output());
    order(keepOrder);
    positions = new int[representatives.length];
    for (int p = 0; p < originals.size(); p++) {
      positions[originals.get(p)] = p;
    }
    leftOut = distinct() - originals.size();
    new TreeMap<>(options.labels()).forEach(this::label);
    for (Graph.Node node : graph.nodes()) {
      if (node.origin() != null && !node.origin().name().isEmpty()) {
        label(node.index(), node.origin().name());
      }
    }
  }

  private void label(int index, String name) {
    if (index >= 0 && index < representatives.length) {
      labels.putIfAbsent(representatives[index], name);
    }
  }

  private static int[] merge(Graph graph) {
    int[] representatives = new int[graph.nodes().size()];
    Map<Key, Integer> first = new HashMap<>();
    for (Graph.Node node : graph.nodes()) {
      int i = node.index();
      representatives[i] = i;
      if (node.operator() != null) {
        Key key = new Key(node.operator(), merged(node, representatives));
        representatives[i] = first.computeIfAbsent(key, absent -> i);
      }
    }
    return representatives;
  }

  private static List<Operand> merged(Graph.Node node, int[] representatives) {
    return node.operands().stream()
        .map(
            operand ->
                operand instanceof Operand.Ref ref
                    ? new Operand.Ref(representatives[ref.index()], ref.value())
                    : operand)
        .toList();
  }

  private void markNeeded(int output) {
    if (graph.outputs().get(output) instanceof Operand.Ref ref) {
      needed[representatives[ref.index()]] = true;
    }
    for (int i = needed.length - 1; i >= 0; i--) {
      if (needed[i]) {
        for (Operand operand : graph.nodes().get(i).operands()) {
          if (operand instanceof Operand.Ref ref) {
            needed[representatives[ref.index()]] = true;
          }
        }
      }
    }
  }

  private void order(boolean keepOrder) {
    boolean[] placed = new boolean[needed.length];
    if (!keepOrder) {
      for (int i = graph.inputs(); i < needed.length; i++) {
        if (needed[i]) {
          graph.nodes().get(i).operands().forEach(operand -> placeInput(operand, placed));
        }
      }
      for (int i = 0; i < graph.inputs(); i++) { // the result itself may be an input
        place(i, needed[i], placed);
      }
    }
    for (int i = 0; i < needed.length; i++) {
      place(i, i < graph.inputs() || needed[i], placed);
    }
  }

  private void placeInput(Operand operand, boolean[] placed) {
    if (operand instanceof Operand.Ref ref) {
      place(ref.index(), ref.index() < graph.inputs(), placed);
    }
  }

  private void place(int i, boolean wanted, boolean[] placed) {
    if (wanted && !placed[i]) {
      placed[i] = true;
      originals.add(i);
    }
  }

  private int distinct() {
    return (int) Arrays.stream(representatives).distinct().count();
  }

  int size() {
    return originals.size();
  }

  int leftOut() {
    return leftOut;
  }

  /** The index in the graph of the node at this position. */
  int original(int position) {
    return originals.get(position);
  }

  /** The node at this position, as it is in the graph. */
  Graph.Node node(int position) {
    return graph.nodes().get(original(position));
  }

  /** The position of an operand; -1 for a number. */
  int position(Operand operand) {
    return operand instanceof Operand.Ref ref ? positions[representatives[ref.index()]] : -1;
  }

  /** The labels of nodes, or of those merged with them, by position; empty where there is none. */
  List<String> labels() {
    return originals.stream().map(i -> labels.getOrDefault(i, "")).toList();
  }
}
