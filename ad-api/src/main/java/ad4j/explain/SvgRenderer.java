package ad4j.explain;

/** Draws an explanation as an SVG picture of the graph. */
public final class SvgRenderer implements Renderer {
  /** The only way to show it. */
  public SvgRenderer() {}

  @Override
  public String render(Explanation explanation) {
    throw new UnsupportedOperationException();
  }
}
