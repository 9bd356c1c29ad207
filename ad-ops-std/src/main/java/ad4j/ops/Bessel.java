package ad4j.ops;

import static ad4j.op.Operator.unary;

import ad4j.op.Operator;
import ad4j.op.UnaryOperator;
import java.util.List;

/**
 * Bessel functions of integer order, of the first kind and modified: each an operator whose slope
 * is written with its neighbours (DLMF 10.6.1, 10.29.1).
 */
final class Bessel {
  private static final Orders<UnaryOperator> J = new Orders<>(Bessel::firstKind);
  private static final Orders<UnaryOperator> I = new Orders<>(Bessel::modified);

  private Bessel() {}

  static List<Operator> operators() {
    return List.of(J.at(0), J.at(1), I.at(0), I.at(1));
  }

  private static UnaryOperator firstKind(int order) {
    UnaryOperator.Valued valued =
        unary("besselj" + order).value(x -> BesselValues.firstKind(order, x));
    UnaryOperator operator =
        order == 0
            ? valued.slope((x, y) -> J.at(1).of(x).negate())
            : valued.slope((x, y) -> J.at(order - 1).of(x).minus(J.at(order + 1).of(x)).times(0.5));
    return operator.doc("Bessel function of the first kind, of order " + order + ".");
  }

  private static UnaryOperator modified(int order) {
    UnaryOperator.Valued valued =
        unary("besseli" + order).value(x -> BesselValues.modified(order, x));
    UnaryOperator operator =
        order == 0
            ? valued.slope((x, y) -> I.at(1).of(x))
            : valued.slope((x, y) -> I.at(order - 1).of(x).plus(I.at(order + 1).of(x)).times(0.5));
    return operator.doc("Modified Bessel function of the first kind, of order " + order + ".");
  }
}
