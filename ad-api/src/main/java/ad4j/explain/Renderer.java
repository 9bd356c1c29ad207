package ad4j.explain;

/** A way to show an {@link Explanation}. Immutable and thread-safe. */
@FunctionalInterface
public interface Renderer {
  /** The whole text of the picture or report; lines end with {@code \n}. */
  String render(Explanation explanation);
}
