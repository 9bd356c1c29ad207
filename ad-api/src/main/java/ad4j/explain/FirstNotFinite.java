package ad4j.explain;

import ad4j.engine.Graph;
import java.util.Optional;

/** Looks for the first number that is not finite. */
final class FirstNotFinite {
  private FirstNotFinite() {}

  static Optional<NotFinite> in(Graph graph) {
    throw new UnsupportedOperationException(graph.toString());
  }
}
