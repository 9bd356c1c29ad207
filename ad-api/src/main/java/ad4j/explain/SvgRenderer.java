package ad4j.explain;

/**
 * Draws an explanation as an SVG picture: operations from left to right, value and adjoint in each
 * node, the partial on each edge. Light or dark as the reader prefers. A graph with too many nodes
 * to be readable becomes a picture that says so.
 */
public final class SvgRenderer implements Renderer {
  private final int mostNodes;

  /** Draws up to 120 nodes. */
  public SvgRenderer() {
    this(120);
  }

  /** Draws up to so many nodes. */
  public SvgRenderer(int mostNodes) {
    this.mostNodes = mostNodes;
  }

  @Override
  public String render(Explanation explanation) {
    int count = explanation.nodes().size();
    return count <= mostNodes
        ? new Drawing(explanation).svg()
        : tooLarge(new Labels(explanation).result(), count);
  }

  private String tooLarge(String result, int count) {
    String message =
        "%s nodes are too many to draw; up to %s are drawn.".formatted(count, mostNodes);
    return Svg.opening(result, message, 640, 96)
        + Svg.text("ad4j-title", 24, 36, result)
        + Svg.text("ad4j-legend", 24, 64, message + " The table of nodes has them all.")
        + "</svg>\n";
  }
}
