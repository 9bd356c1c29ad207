package ad4j.cli.command;

import ad4j.Differentiable;
import ad4j.cli.output.Axis;
import ad4j.cli.output.Quantity;
import java.util.List;

/** What is asked about a function at a point. */
@FunctionalInterface
interface Question {
  /** The answer. */
  List<Quantity> answer(Differentiable f, Axis variables, double[] x);

  /** Results of a function: one number, or one an entry. */
  static Quantity results(String key, double[] values) {
    return values.length == 1
        ? new Quantity.Scalar(key, values[0])
        : new Quantity.Vector(key, Axis.results(values.length), values);
  }
}
