package ad4j.explain;

import ad4j.explain.Explanation.Edge;
import ad4j.explain.Explanation.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the nodes and edges of a drawing are, in pixels. Layers follow each other from left to
 * right; in a deep graph, from top to bottom. "Along" is that direction, "across" the other one.
 */
final class Layout {
  /** The width of a character on an edge. */
  static final double EDGE_CHARACTER = 7.3;

  private static final double NODE_HEIGHT = 66;
  private static final double NODE_CHARACTER = 7.85;
  private static final int DEEP = 9;
  private static final double MARGIN = 24;
  private static final double TOP = 52;
  private static final double BOTTOM = 56;
  private static final double GAP = 22;
  private static final double BEND = 14;
  private static final double GAP_DOWNWARDS = 78;

  /** A point. */
  record Point(double x, double y) {}

  /** A box by its middle. */
  record Box(double x, double y, double width, double height) {
    double left() {
      return x - width / 2;
    }

    double top() {
      return y - height / 2;
    }

    boolean meets(Box other) {
      return Math.abs(x - other.x) < (width + other.width) / 2
          && Math.abs(y - other.y) < (height + other.height) / 2;
    }
  }

  private final Labels labels;
  private final List<Edge> edges;
  private final Layering layering;
  private final boolean down;
  private final double[] widths;
  private final double[] across;
  private final double[] layerStart;
  private final double[] layerEnd;
  private final double extent;

  Layout(Explanation explanation, Labels labels) {
    this.labels = labels;
    edges = explanation.edges();
    layering = new Layering(explanation.nodes(), edges);
    down = layering.layers().size() > DEEP;
    widths = explanation.nodes().stream().mapToDouble(this::width).toArray();
    double[] sizes =
        IntStream.range(0, layering.vertexCount()).mapToDouble(this::sizeAcross).toArray();
    Placement placement = new Placement(layering, sizes, GAP);
    double offset = (down ? MARGIN : TOP) - placement.top();
    across = Arrays.stream(placement.middles()).map(middle -> middle + offset).toArray();
    extent = placement.bottom() + offset;
    layerStart = new double[layering.layers().size()];
    layerEnd = new double[layerStart.length];
    placeLayers();
  }

  private double width(Node node) {
    int longest =
        List.of(labels.title(node), labels.value(node), labels.adjoint(node)).stream()
            .mapToInt(Bar::width)
            .max()
            .orElse(0);
    return longest * NODE_CHARACTER + 24;
  }

  private double sizeAcross(int vertex) {
    return layering.isBend(vertex) ? BEND : down ? widths[vertex] : NODE_HEIGHT;
  }

  private void placeLayers() {
    double start = down ? TOP : MARGIN;
    for (int k = 0; k < layerStart.length; k++) {
      layerStart[k] = start;
      layerEnd[k] = start + (down ? NODE_HEIGHT : widest(k));
      start = layerEnd[k] + (down ? GAP_DOWNWARDS : gapAfter(k));
    }
  }

  private double widest(int layer) {
    return layering.layers().get(layer).stream()
        .filter(vertex -> !layering.isBend(vertex))
        .mapToDouble(vertex -> widths[vertex])
        .max()
        .orElse(0);
  }

  /** Room for the labels of the edges that end in the next layer. */
  private double gapAfter(int layer) {
    int longest =
        edges.stream()
            .filter(edge -> layering.layer(edge.to()) == layer + 1)
            .mapToInt(edge -> labels.partial(edge).length())
            .max()
            .orElse(0);
    return Math.max(70, longest * EDGE_CHARACTER * 1.25 + 46);
  }

  /** Whether layers follow each other from top to bottom. */
  boolean isDown() {
    return down;
  }

  double width() {
    return (down ? extent : layerEnd[layerEnd.length - 1]) + MARGIN;
  }

  double height() {
    return (down ? layerEnd[layerEnd.length - 1] : extent) + BOTTOM;
  }

  /** The box of a node; boxes of a layer that runs downwards are equally wide. */
  Box box(int node) {
    int layer = layering.layer(node);
    Point middle = point((layerStart[layer] + layerEnd[layer]) / 2, across[node]);
    return new Box(middle.x(), middle.y(), down ? widths[node] : widest(layer), NODE_HEIGHT);
  }

  private Point point(double along, double position) {
    return down ? new Point(position, along) : new Point(along, position);
  }

  /** The points of an edge: from its operand's end, at both ends of each layer, to its node. */
  List<Point> points(int edge) {
    List<Integer> route = layering.route(edge);
    int from = route.getFirst();
    int to = route.getLast();
    List<Point> points = new ArrayList<>();
    points.add(point(layerEnd[layering.layer(from)], across[from]));
    for (int vertex : route.subList(1, route.size() - 1)) {
      points.add(point(layerStart[layering.layer(vertex)], across[vertex]));
      points.add(point(layerEnd[layering.layer(vertex)], across[vertex]));
    }
    points.add(point(layerStart[layering.layer(to)], across[to] + port(edge, to)));
    return points;
  }

  /** Edges end at different places of their node, in the order in which they come. */
  private double port(int edge, int to) {
    List<Integer> rivals =
        IntStream.range(0, edges.size())
            .filter(other -> edges.get(other).to() == to)
            .boxed()
            .sorted(Comparator.comparingDouble(this::lastAcross))
            .toList();
    double room = (down ? widths[to] : NODE_HEIGHT) - 12;
    double distance = Math.min(down ? 26 : 13, room / rivals.size());
    return (rivals.indexOf(edge) - (rivals.size() - 1) / 2.0) * distance;
  }

  private double lastAcross(int edge) {
    List<Integer> route = layering.route(edge);
    return across[route.get(route.size() - 2)];
  }
}
