package ad4j.program;

import java.util.List;

/**
 * A jump to a block.
 *
 * @param target where to
 * @param arguments one for each of its parameters
 */
public record Edge(Block target, List<Value> arguments) {
  /** Copies the list. */
  public Edge {
    arguments = List.copyOf(arguments);
  }
}
