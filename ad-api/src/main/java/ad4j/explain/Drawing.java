package ad4j.explain;

import ad4j.explain.Explanation.Edge;
import ad4j.explain.Explanation.Node;
import ad4j.explain.Layout.Box;
import ad4j.explain.Layout.Point;
import java.util.ArrayList;
import java.util.List;

/** The picture of an explanation. */
final class Drawing {
  private static final double LEGEND_WIDTH = 720;

  private final Explanation explanation;
  private final Labels labels;
  private final Layout layout;
  private final List<Box> taken = new ArrayList<>();

  Drawing(Explanation explanation) {
    this.explanation = explanation;
    labels = new Labels(explanation);
    layout = new Layout(explanation, labels);
  }

  String svg() {
    String description =
        "Computational graph with %s nodes: values, adjoints, and the partial on each edge."
            .formatted(explanation.nodes().size());
    double width = Math.max(layout.width(), LEGEND_WIDTH);
    StringBuilder svg =
        new StringBuilder(Svg.opening(labels.result(), description, width, layout.height()));
    svg.append(Svg.text("ad4j-title", 24, 32, labels.result()));
    for (int e = 0; e < explanation.edges().size(); e++) {
      svg.append(curve(layout.points(e)));
    }
    for (int i = 0; i < explanation.nodes().size(); i++) {
      svg.append(node(explanation.nodes().get(i), i));
    }
    for (int e = 0; e < explanation.edges().size(); e++) {
      svg.append(partial(explanation.edges().get(e), layout.points(e)));
    }
    return svg.append(legend()).append("</svg>\n").toString();
  }

  private String legend() {
    return Svg.text(
        "ad4j-legend",
        24,
        layout.height() - 20,
        "value: forward pass, with the arrows · adjoint: backward pass, against them"
            + " · on edges: partials");
  }

  private String node(Node node, int position) {
    Box box = layout.box(position);
    boolean result = position == explanation.output().node();
    String style = result ? "ad4j-result" : node.input() ? "ad4j-input" : "ad4j-node";
    double x = box.left() + 12;
    return Svg.box(style, box, 8)
        + Svg.text("ad4j-text ad4j-name", x, box.top() + 21, labels.title(node))
        + Svg.text("ad4j-text ad4j-value", x, box.top() + 39, labels.value(node))
        + Svg.text("ad4j-text ad4j-adjoint", x, box.top() + 56, labels.adjoint(node));
  }

  private String curve(List<Point> points) {
    StringBuilder path = new StringBuilder("M" + text(points.getFirst()));
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      path.append("C").append(text(control(from, to))).append(" ");
      path.append(text(control(to, from))).append(" ").append(text(to));
    }
    return "<path class=\"ad4j-edge\" marker-end=\"url(#ad4j-arrow)\" d=\"" + path + "\"/>\n";
  }

  private static String text(Point point) {
    return Svg.number(point.x()) + " " + Svg.number(point.y());
  }

  /** Half way along the layers, so that curves leave and reach nodes straight. */
  private Point control(Point near, Point far) {
    return layout.isDown()
        ? new Point(near.x(), (near.y() + far.y()) / 2)
        : new Point((near.x() + far.x()) / 2, near.y());
  }

  /** The partial on the last stretch of its edge, where no other label is. */
  private String partial(Edge edge, List<Point> points) {
    String label = labels.partial(edge);
    Point from = points.get(points.size() - 2);
    Point to = points.getLast();
    Box box = at(from, to, 0.5, label);
    for (double t : new double[] {0.5, 0.38, 0.62, 0.28, 0.72, 0.2, 0.8}) {
      Box candidate = at(from, to, t, label);
      if (taken.stream().noneMatch(candidate::meets)) {
        box = candidate;
        break;
      }
    }
    taken.add(box);
    return Svg.box("ad4j-paper", box, 3)
        + Svg.text("ad4j-text ad4j-partial", box.x(), box.y() + 4, label);
  }

  /** The box of a label at this part of the curve between two points. */
  private Box at(Point from, Point to, double t, String label) {
    double level = t * t * (3 - 2 * t); // the curve's ends go straight
    double even = 1.5 * (1 - t) * t + t * t * t; // its controls are half way
    double x = from.x() + (to.x() - from.x()) * (layout.isDown() ? level : even);
    double y = from.y() + (to.y() - from.y()) * (layout.isDown() ? even : level);
    return new Box(x, y, label.length() * Layout.EDGE_CHARACTER + 4, 15);
  }
}
