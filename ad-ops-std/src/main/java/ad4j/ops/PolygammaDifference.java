package ad4j.ops;

import static ad4j.op.Operator.binary;

import ad4j.op.BinaryOperator;

/** The partials of lbeta: differences of polygamma functions, without their cancellation. */
final class PolygammaDifference {
  static final Orders<BinaryOperator> ORDERS = new Orders<>(PolygammaDifference::declared);

  private PolygammaDifference() {}

  private static BinaryOperator declared(int order) {
    return binary("polygammaDifference" + order)
        .value((x, y) -> value(order, x, y))
        .slopes(
            (x, y, z) -> ORDERS.at(order + 1).of(x, y),
            (x, y, z) -> Polygamma.ORDERS.at(order + 1).of(x.plus(y)).negate())
        .doc("psi(x) - psi(x + y), for the polygamma function psi of order " + order + ".");
  }

  private static double value(int order, double x, double y) {
    return x > 0 && y >= 0
        ? PolygammaSum.difference(order, x, y)
        : Polygamma.value(order, x) - Polygamma.value(order, x + y);
  }
}
