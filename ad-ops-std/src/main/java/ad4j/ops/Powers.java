package ad4j.ops;

import static ad4j.op.Domain.atLeast;
import static ad4j.op.Operator.binary;
import static ad4j.op.Operator.unary;
import static ad4j.op.Real.constant;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;

import ad4j.op.BinaryOperator;
import ad4j.op.Domain;
import ad4j.op.Operator;
import ad4j.op.UnaryOperator;
import java.util.List;

/** Powers and roots. */
final class Powers {
  private static final BinaryOperator LOG_OF_BASE =
      binary("powlog")
          .value((x, y) -> x == 0 && y >= 0 ? 0 : Math.log(x))
          .slopes((x, y, z) -> x.reciprocal(), (x, y, z) -> constant(0))
          .doc("log(x), but 0 where the power x^y is 0 or 1 at x = 0 and so is flat in y.");

  static final BinaryOperator POW =
      binary("pow")
          .value(Math::pow)
          .slopes(
              (x, y, z) -> y.chain(Powers.POW.of(x, y.minus(1))),
              (x, y, z) -> z.chain(LOG_OF_BASE.of(x, y)))
          .domain(atLeast(0), Domain.ALL)
          .edge(0, 0, 1, 0, 0)
          .edge(0, 1, 0, 1, 0)
          .edge(0, 2, 0, 0, 0)
          .edge(0, 0.5, 0, POSITIVE_INFINITY, 0)
          .edge(-2, 2, 4, -4, NaN)
          .doc("x to the power y; at a negative x it has no slope in y.");

  static final UnaryOperator SQRT =
      unary("sqrt")
          .value(Math::sqrt)
          .slope((x, y) -> y.times(2).plus(0).reciprocal()) // + 0: a root of -0 has slope Infinity
          .domain(atLeast(0))
          .edge(0, 0, POSITIVE_INFINITY)
          .doc("Square root.");

  static final UnaryOperator CBRT =
      unary("cbrt")
          .value(Math::cbrt)
          .slope((x, y) -> y.square().times(3).reciprocal())
          .edge(0, 0, POSITIVE_INFINITY)
          .doc("Cube root.");

  private Powers() {}

  static List<Operator> operators() {
    return List.of(POW, SQRT, CBRT);
  }
}
