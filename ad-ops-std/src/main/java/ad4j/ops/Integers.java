package ad4j.ops;

import static ad4j.op.Operator.binary;
import static ad4j.op.Operator.unary;
import static ad4j.op.Real.constant;

import ad4j.op.BinaryOperator;
import ad4j.op.Kink;
import ad4j.op.Operator;
import ad4j.op.UnaryOperator;
import java.util.List;

/** JavaScript's functions of 32-bit integers: flat between the integers at which they jump. */
final class Integers {
  static final UnaryOperator CLZ32 =
      unary("clz32")
          .value(x -> Integer.numberOfLeadingZeros(toInt32(x)))
          .slope((x, y) -> constant(0))
          .edge(1.5, 31, 0)
          .kink(new Kink("x is an integer", xs -> xs[0] == Math.rint(xs[0])))
          .doc("Number of leading zero bits of x as a 32-bit integer; slope 0.");

  static final BinaryOperator IMUL =
      binary("imul")
          .value((x, y) -> toInt32(x) * toInt32(y))
          .slopes((x, y, z) -> constant(0), (x, y, z) -> constant(0))
          .edge(2.5, 3.5, 6, 0, 0)
          .kink(
              new Kink(
                  "x or y is an integer",
                  xs -> xs[0] == Math.rint(xs[0]) || xs[1] == Math.rint(xs[1])))
          .doc("Product of x and y as 32-bit integers; slope 0.");

  private Integers() {}

  static List<Operator> operators() {
    return List.of(CLZ32, IMUL);
  }

  /** ECMA-262 §7.1.6: the integer part modulo 2^32; 0 for NaN and the infinities. */
  private static int toInt32(double x) {
    return Double.isFinite(x) ? (int) (long) (x % 0x1p32) : 0;
  }
}
