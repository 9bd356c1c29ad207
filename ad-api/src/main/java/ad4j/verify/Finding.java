package ad4j.verify;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something in which an operator does not keep what it declares.
 *
 * @param operator its name
 * @param aspect what was verified
 * @param at the arguments; empty where the finding is of no one point
 * @param mode the mode of differentiation; empty where no engine took part
 * @param problem what is wrong
 */
public record Finding(
    String operator, Aspect aspect, List<Double> at, String mode, String problem) {
  /** Copies the list. */
  public Finding {
    at = List.copyOf(at);
  }

  @Override
  public String toString() {
    return "operator '%s'%s%s: %s (%s)"
        .formatted(
            operator,
            at.isEmpty() ? "" : " at " + point(at),
            mode.isEmpty() ? "" : " in mode " + mode,
            problem,
            aspect);
  }

  private static String point(List<Double> at) {
    return at.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }
}
