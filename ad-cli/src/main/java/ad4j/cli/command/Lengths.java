package ad4j.cli.command;

import ad4j.cli.input.GivenPoint;
import ad4j.cli.input.UsageException;
import ad4j.cli.output.Axis;

/** Directions and weights as long as they must be. */
final class Lengths {
  private Lengths() {}

  static double[] direction(GivenPoint given, Axis variables) {
    double[] direction = given.inOrder(variables.labels());
    if (direction.length != variables.labels().size()) {
      throw new UsageException(
          "the direction has "
              + direction.length
              + (direction.length == 1 ? " number" : " numbers")
              + ", the point "
              + variables.labels().size(),
          "give one number for each of " + String.join(", ", variables.labels()));
    }
    return direction;
  }

  static void requireWeights(double[] weights, int results) {
    if (weights.length != results) {
      throw new UsageException(
          "the function has "
              + (results == 1 ? "1 result" : results + " results")
              + ", but "
              + (weights.length == 1 ? "1 weight is given" : weights.length + " weights are given"),
          "give one weight for each result");
    }
  }

  static double[] weights(GivenPoint given) {
    if (!given.names().isEmpty()) {
      throw new UsageException("weights have no names", "give them in the order of the results");
    }
    return given.numbers().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
