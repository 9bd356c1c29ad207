package ad4j.explain;

import ad4j.explain.Explanation.Edge;
import ad4j.explain.Explanation.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The nodes of a drawing in layers from left to right, ordered within each so that few edges cross.
 * An edge over several layers goes through a bend in each between. Vertices are nodes, by position,
 * then bends. K. Sugiyama et al., <i>IEEE Transactions SMC</i> 11 (1981).
 */
final class Layering {
  private static final int SWEEPS = 12;

  private final int nodeCount;
  private final List<Integer> layerOf = new ArrayList<>();
  private final List<List<Integer>> before = new ArrayList<>();
  private final List<List<Integer>> after = new ArrayList<>();
  private final List<List<Integer>> routes = new ArrayList<>();
  private List<List<Integer>> layers = new ArrayList<>();

  Layering(List<Node> nodes, List<Edge> edges) {
    nodeCount = nodes.size();
    for (int layer : longestPaths(nodes, edges)) {
      addVertex(layer);
    }
    edges.forEach(edge -> routes.add(route(edge)));
    reduceCrossings();
  }

  /** Operations come after all their operands; inputs right before their first use. */
  private static int[] longestPaths(List<Node> nodes, List<Edge> edges) {
    int[] layer = new int[nodes.size()];
    for (Edge edge : edges) { // by target, so operands are settled
      layer[edge.to()] = Math.max(layer[edge.to()], layer[edge.from()] + 1);
    }
    for (int i = 0; i < layer.length; i++) {
      int node = i;
      if (nodes.get(i).input()) {
        layer[i] =
            edges.stream()
                .filter(edge -> edge.from() == node)
                .mapToInt(edge -> layer[edge.to()] - 1)
                .min()
                .orElse(0);
      }
    }
    return layer;
  }

  private int addVertex(int layer) {
    int vertex = layerOf.size();
    layerOf.add(layer);
    before.add(new ArrayList<>());
    after.add(new ArrayList<>());
    while (layers.size() <= layer) {
      layers.add(new ArrayList<>());
    }
    layers.get(layer).add(vertex);
    return vertex;
  }

  private List<Integer> route(Edge edge) {
    List<Integer> route = new ArrayList<>(List.of(edge.from()));
    for (int layer = layerOf.get(edge.from()) + 1; layer < layerOf.get(edge.to()); layer++) {
      route.add(addVertex(layer));
    }
    route.add(edge.to());
    for (int i = 1; i < route.size(); i++) {
      after.get(route.get(i - 1)).add(route.get(i));
      before.get(route.get(i)).add(route.get(i - 1));
    }
    return route;
  }

  private void reduceCrossings() {
    List<List<Integer>> best = copy();
    int fewest = crossings();
    for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
      for (int k = 1; k < layers.size(); k++) {
        int layer = sweep % 2 == 0 ? k : layers.size() - 1 - k;
        sort(layer, sweep % 2 == 0 ? before : after);
      }
      int now = crossings();
      if (now < fewest) {
        fewest = now;
        best = copy();
      }
    }
    layers = best;
  }

  private void sort(int layer, List<List<Integer>> neighbours) {
    int[] place = places();
    layers
        .get(layer)
        .sort(
            Comparator.comparingDouble(
                vertex ->
                    neighbours.get(vertex).stream()
                        .mapToInt(neighbour -> place[neighbour])
                        .average()
                        .orElse(place[vertex])));
  }

  private int[] places() {
    int[] place = new int[layerOf.size()];
    for (List<Integer> layer : layers) {
      for (int i = 0; i < layer.size(); i++) {
        place[layer.get(i)] = i;
      }
    }
    return place;
  }

  private int crossings() {
    int[] place = places();
    int count = 0;
    for (List<Integer> layer : layers) {
      int[][] segments =
          layer.stream()
              .flatMap(v -> after.get(v).stream().map(w -> new int[] {place[v], place[w]}))
              .toArray(int[][]::new);
      for (int[] a : segments) {
        count += (int) Arrays.stream(segments).filter(b -> a[0] < b[0] && a[1] > b[1]).count();
      }
    }
    return count;
  }

  private List<List<Integer>> copy() {
    return new ArrayList<>(layers.stream().<List<Integer>>map(ArrayList::new).toList());
  }

  /** The vertices of each layer, from top to bottom. */
  List<List<Integer>> layers() {
    return layers;
  }

  /** The vertices that an edge goes through, from its operand to its operation. */
  List<Integer> route(int edge) {
    return routes.get(edge);
  }

  int layer(int vertex) {
    return layerOf.get(vertex);
  }

  int vertexCount() {
    return layerOf.size();
  }

  boolean isBend(int vertex) {
    return vertex >= nodeCount;
  }

  /** The vertices in the layers beside a vertex's own that it is joined to. */
  List<Integer> neighbours(int vertex) {
    List<Integer> all = new ArrayList<>(before.get(vertex));
    all.addAll(after.get(vertex));
    return all;
  }
}
