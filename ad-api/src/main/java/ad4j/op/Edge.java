package ad4j.op;

import java.util.Arrays;
import java.util.List;

/**
 * What an operator gives at a special point: a kink, a tie, a pole, the end of its domain.
 *
 * @param at the arguments
 * @param value the value there
 * @param slopes the partials that every engine returns there, one an argument
 */
public record Edge(List<Double> at, double value, List<Double> slopes) {
  /** Copies the lists. */
  public Edge {
    at = List.copyOf(at);
    slopes = List.copyOf(slopes);
  }

  static Edge of(double[] at, double value, double[] slopes) {
    return new Edge(boxed(at), value, boxed(slopes));
  }

  private static List<Double> boxed(double[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }
}
