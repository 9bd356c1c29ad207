package ad4j.ops;

import static ad4j.op.Operator.unary;

import ad4j.op.Operator;
import ad4j.op.UnaryOperator;
import java.util.List;

/** sin(x) / x and its derivatives, each an operator whose slope is the next. */
final class Sinc {
  private static final Orders<UnaryOperator> DERIVATIVE = new Orders<>(Sinc::derivative);

  static final UnaryOperator SINC =
      unary("sinc")
          .value(x -> value(0, x))
          .slope((x, y) -> DERIVATIVE.at(1).of(x))
          .edge(0, 1, 0)
          .doc("sin(x) / x, and 1 at 0.");

  private Sinc() {}

  static List<Operator> operators() {
    return List.of(SINC);
  }

  private static UnaryOperator derivative(int order) {
    return unary("sinc" + "'".repeat(order))
        .value(x -> value(order, x))
        .slope((x, y) -> DERIVATIVE.at(order + 1).of(x))
        .doc("The derivative of sinc of order " + order + ".");
  }

  static double value(int order, double x) {
    if (Math.abs(x) < 1 + 0.5 * order) {
      return series(order, x);
    }
    return Double.isInfinite(x) ? 0 : recurrence(order, x);
  }

  /** From differentiating x sinc(x) = sin(x): stable upwards where x is not small to the order. */
  private static double recurrence(int order, double x) {
    double sine = Math.sin(x);
    double cosine = Math.cos(x);
    double value = sine / x;
    for (int k = 1; k <= order; k++) {
      double next = (k & 1) == 0 ? sine : cosine;
      value = (((k & 2) == 0 ? next : -next) - k * value) / x;
    }
    return value;
  }

  /** Term by term: the sum over m of (-1)^m x^(2m-order) / ((2m+1) (2m-order)!). */
  private static double series(int order, double x) {
    int m = (order + 1) / 2;
    double power = (order & 1) == 0 ? 1 : x;
    if ((m & 1) == 1) {
      power = -power;
    }
    double sum = 0;
    for (int j = order & 1; ; j += 2) {
      double next = sum + power / (j + order + 1);
      if (next == sum) {
        return sum;
      }
      sum = next;
      power *= -x * x / ((j + 1) * (j + 2));
    }
  }
}
