package ad4j.cli.output;

import java.util.List;

/**
 * What a function gives at a point; handed over, not copied.
 *
 * @param variables names of the inputs
 * @param at their values
 * @param quantities what was asked for, the value first
 */
public record Answer(List<String> variables, double[] at, List<Quantity> quantities) {
  /** Copies the lists. */
  public Answer {
    variables = List.copyOf(variables);
    quantities = List.copyOf(quantities);
  }

  /** Whether a number of it is NaN. */
  public boolean hasNaN() {
    return quantities.stream().flatMapToDouble(Quantity::numbers).anyMatch(Double::isNaN);
  }
}
