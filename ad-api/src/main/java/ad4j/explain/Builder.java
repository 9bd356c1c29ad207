package ad4j.explain;

import ad4j.engine.Graph;

/** Makes an explanation. */
final class Builder {
  private Builder() {}

  static Explanation explain(Graph graph, ExplainOptions options) {
    throw new UnsupportedOperationException(graph + " " + options);
  }
}
