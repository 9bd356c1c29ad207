package ad4j.explain;

import ad4j.explain.Explanation.Edge;
import ad4j.explain.Explanation.Path;
import ad4j.explain.Explanation.Paths;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** Follows the ways from the result back to an input. */
final class PathSearch {
  private final List<Edge> edges;
  private final List<List<Integer>> incoming = new ArrayList<>();
  private final int nodeCount;
  private final int output;
  private final int most;

  PathSearch(List<Edge> edges, int nodeCount, int output, int most) {
    this.edges = edges;
    this.nodeCount = nodeCount;
    this.output = output;
    this.most = most;
    for (int i = 0; i < nodeCount; i++) {
      incoming.add(new ArrayList<>());
    }
    for (int e = 0; e < edges.size(); e++) {
      incoming.get(edges.get(e).to()).add(e);
    }
  }

  /** The paths to this input, whose adjoint is known. */
  Paths from(int input, double adjoint) {
    double[] counts = counts(input);
    double all = output >= 0 ? counts[output] : 0;
    List<Path> paths = all > 0 ? walk(input, counts) : List.of();
    return new Paths(input, paths, all - paths.size(), adjoint);
  }

  /** How many ways lead from the input to each node. */
  private double[] counts(int input) {
    double[] counts = new double[nodeCount];
    counts[input] = 1;
    for (int i = 0; i < nodeCount; i++) {
      for (int e : incoming.get(i)) {
        counts[i] += counts[edges.get(e).from()];
      }
    }
    return counts;
  }

  /** Depth first, without recursion: paths are as long as the function. */
  private List<Path> walk(int input, double[] counts) {
    List<Path> found = new ArrayList<>();
    List<Integer> way = new ArrayList<>();
    Deque<Iterator<Integer>> open = new ArrayDeque<>();
    open.push(next(output, input, way, found));
    while (!open.isEmpty() && found.size() < most) {
      if (!open.peek().hasNext()) {
        open.pop();
        if (!way.isEmpty()) {
          way.removeLast();
        }
        continue;
      }
      int e = open.peek().next();
      if (counts[edges.get(e).from()] > 0) {
        way.add(e);
        open.push(next(edges.get(e).from(), input, way, found));
      }
    }
    return found;
  }

  private Iterator<Integer> next(int node, int input, List<Integer> way, List<Path> found) {
    if (node != input) {
      return incoming.get(node).iterator();
    }
    found.add(new Path(way, product(way)));
    return Collections.emptyIterator();
  }

  private double product(List<Integer> way) {
    double product = 1;
    for (int e : way) {
      product = BackwardPass.product(product, edges.get(e).partial());
    }
    return product;
  }
}
