package ad4j.op;

import static ad4j.op.Operator.binary;
import static ad4j.op.Operator.nary;
import static ad4j.op.Operator.unary;
import static ad4j.op.Real.constant;

import java.util.List;

/**
 * The operators that {@link Real}'s own methods are, and the two piecewise ones that rules need to
 * state a case: what every other declaration stands on. Apart from their place they are operators
 * like any other.
 */
public final class Arithmetic implements OperatorProvider {
  /** {@code x + y}. */
  public static final BinaryOperator ADD =
      binary("add")
          .value((x, y) -> x + y)
          .slopes((x, y, z) -> constant(1), (x, y, z) -> constant(1))
          .doc("Sum.");

  /** {@code x - y}. */
  public static final BinaryOperator SUB =
      binary("sub")
          .value((x, y) -> x - y)
          .slopes((x, y, z) -> constant(1), (x, y, z) -> constant(-1))
          .doc("Difference.");

  /** {@code x * y}. */
  public static final BinaryOperator MUL =
      binary("mul").value((x, y) -> x * y).slopes((x, y, z) -> y, (x, y, z) -> x).doc("Product.");

  /** {@code x / y}. */
  public static final BinaryOperator DIV =
      binary("div")
          .value((x, y) -> x / y)
          .slopes((x, y, z) -> y.reciprocal(), (x, y, z) -> z.dividedBy(y).negate())
          .edge(1, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
          .doc("Quotient, as IEEE 754 has it.");

  /** {@code -x}. */
  public static final UnaryOperator NEG =
      unary("neg").value(x -> -x).slope((x, y) -> constant(-1)).doc("Negative.");

  /** {@code 1 / x}. */
  public static final UnaryOperator RECIPROCAL =
      unary("reciprocal")
          .value(x -> 1 / x)
          .slope((x, y) -> y.square().negate())
          .edge(0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
          .doc("1 / x.");

  /** {@code x * x}. */
  public static final UnaryOperator SQUARE =
      unary("square").value(x -> x * x).slope((x, y) -> x.times(2)).doc("x * x.");

  /** A derivative times a partial. */
  public static final BinaryOperator CHAIN =
      binary("chain")
          .value((x, y) -> x == 0 || y == 0 ? 0 : x * y)
          .slopes((x, y, z) -> y, (x, y, z) -> x)
          .edge(0, Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY, 0)
          .doc("Product with the strong zero: 0 where a factor is 0, whatever the other is.");

  /**
   * The sum of two derivatives, one of which may be left out where it is 0: what Programs
   * accumulate with. It has no name for users, to whom it is {@link #ADD}.
   */
  public static final BinaryOperator ACCUMULATE =
      binary("accumulate")
          .value((x, y) -> x + y)
          .slopes((x, y, z) -> constant(1), (x, y, z) -> constant(1))
          .doc("Sum of derivatives.");

  /** {@code x}'s share in the maximum, for rules that state a case. */
  public static final BinaryOperator SHARE =
      binary("share")
          .value((x, y) -> x > y ? 1 : x < y ? 0 : x == y ? 0.5 : Double.NaN)
          .slopes((x, y, z) -> constant(0), (x, y, z) -> constant(0))
          .kink(new Kink("x = y", xs -> xs[0] == xs[1]))
          .doc("x's share in the maximum of x and y: 1 if greater, 0 if less, a half at a tie.");

  /** A choice between two reals by a third, for rules that state a case. */
  public static final NaryOperator WHERE =
      nary("where", 3)
          .value(xs -> xs[0] > 0 ? xs[1] : xs[2])
          .slope(
              (i, xs, y) ->
                  switch (i) {
                    case 1 -> Arithmetic.POSITIVE.of(xs[0]);
                    case 2 -> constant(1).minus(Arithmetic.POSITIVE.of(xs[0]));
                    default -> constant(0);
                  })
          .kink(new Kink("c = 0", xs -> xs[0] == 0))
          .doc("where(c, a, b): a if c > 0, else b; the one not taken cannot poison a derivative.");

  static final UnaryOperator POSITIVE =
      unary("positive")
          .value(x -> x > 0 ? 1 : 0)
          .slope((x, y) -> constant(0))
          .kink(0)
          .edge(0, 0, 0)
          .doc("1 if x > 0, else 0.");

  /** For {@code ServiceLoader}. */
  public Arithmetic() {}

  @Override
  public String name() {
    return "ad4j arithmetic";
  }

  @Override
  public List<Operator> operators(OperatorLookup others) {
    return List.of(ADD, SUB, MUL, DIV, NEG, RECIPROCAL, SQUARE, CHAIN, SHARE, WHERE, POSITIVE);
  }
}
