package ad4j.explain;

/** Shows an explanation as a graph in the DOT language of Graphviz. */
public final class DotRenderer implements Renderer {
  /** The only way to show it. */
  public DotRenderer() {}

  @Override
  public String render(Explanation explanation) {
    throw new UnsupportedOperationException();
  }
}
