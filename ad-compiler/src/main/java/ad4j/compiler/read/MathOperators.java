package ad4j.compiler.read;

import static ad4j.op.Operator.binary;
import static ad4j.op.Operator.nary;
import static ad4j.op.Operator.unary;
import static ad4j.op.Real.constant;

import ad4j.op.BinaryOperator;
import ad4j.op.Operator;
import ad4j.op.Operators;
import ad4j.op.Real;
import ad4j.op.UnaryOperator;
import ad4j.op.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The methods of {@link Math} and {@link StrictMath} that operators do not name as their values:
 * those of variadic operators, those that have no operator, and the strict ones, which have the
 * rules of the others.
 */
final class MathOperators {
  /** {@code Math.scalb}, whose second operand is a whole number. */
  static final BinaryOperator SCALB =
      binary("scalb")
          .value((x, n) -> Math.scalb(x, (int) n))
          .slopes((x, n, z) -> power(n), (x, n, z) -> constant(0));

  /** {@code Math.getExponent}, as a double. */
  static final UnaryOperator EXPONENT =
      unary("getExponent").value(x -> Math.getExponent(x)).slope((x, y) -> constant(0));

  private static final String MATH = "java/lang/Math";
  private static final String STRICT = "java/lang/StrictMath";

  private final Map<MethodName, Operator> all = new LinkedHashMap<>();
  private final Map<MethodName, Operator> known;

  private MathOperators(Map<MethodName, Operator> known) {
    this.known = Map.copyOf(known);
  }

  /** All of them; {@code known} are those that are named by operators. */
  static Map<MethodName, Operator> all(Operators operators, Map<MethodName, Operator> known) {
    MathOperators made = new MathOperators(known);
    made.variadic(operators);
    made.own();
    made.neighbours();
    made.strictOnes();
    made.strictTwos();
    made.exact();
    return made.all;
  }

  private void variadic(Operators operators) {
    same(operators.find("max"), "max", Math::max);
    same(operators.find("min"), "min", Math::min);
    same(operators.find("hypot"), "hypot", Math::hypot);
  }

  private void same(@Nullable Operator operator, String name, DoubleBinaryOperator math) {
    double[][] points = {{0.3, -1.7}, {-0.0, 0.0}, {2.5, 2.5}, {Double.NaN, 1}, {-1e200, 3e200}};
    if (operator == null || operator.arity() == 1) {
      return;
    }
    for (double[] x : points) {
      double value = operator.value(x[0], x[1]);
      if (Double.compare(value, math.applyAsDouble(x[0], x[1])) != 0) {
        return;
      }
    }
    add(MATH, name, 2, operator);
  }

  private void own() {
    UnaryOperator rint =
        unary("rint").value(Math::rint).slope((x, y) -> constant(0)).doc("Nearest integer.");
    BinaryOperator signs =
        binary("copySign'")
            .value((x, y) -> Math.copySign(1, x) * Math.copySign(1, y))
            .slopes((x, y, z) -> constant(0), (x, y, z) -> constant(0));
    add(MATH, "rint", 1, rint);
    add(
        MATH,
        "copySign",
        2,
        binary("copySign")
            .value(Math::copySign)
            .slopes((x, y, z) -> signs.of(x, y), (x, y, z) -> constant(0)));
    add(
        MATH,
        "IEEEremainder",
        2,
        binary("remainder")
            .value(Math::IEEEremainder)
            .slopes((x, y, z) -> constant(1), (x, y, z) -> z.minus(x).dividedBy(y)));
    add(
        MATH,
        "fma",
        3,
        nary("fma", 3)
            .value(xs -> Math.fma(xs[0], xs[1], xs[2]))
            .slope((i, xs, y) -> i == 2 ? constant(1) : xs[1 - i]));
  }

  /** Where the next doubles are, and how far. */
  private void neighbours() {
    add(MATH, "ulp", 1, unary("ulp").value(Math::ulp).slope((x, y) -> constant(0)));
    add(MATH, "nextUp", 1, unary("nextUp").value(Math::nextUp).slope((x, y) -> constant(1)));
    add(MATH, "nextDown", 1, unary("nextDown").value(Math::nextDown).slope((x, y) -> constant(1)));
    add(
        MATH,
        "nextAfter",
        2,
        binary("nextAfter")
            .value(Math::nextAfter)
            .slopes((x, y, z) -> constant(1), (x, y, z) -> constant(0)));
  }

  private static Real power(Real n) {
    return SCALB.of(constant(1), n);
  }

  private void strictOnes() {
    strict("sin", StrictMath::sin);
    strict("cos", StrictMath::cos);
    strict("tan", StrictMath::tan);
    strict("asin", StrictMath::asin);
    strict("acos", StrictMath::acos);
    strict("atan", StrictMath::atan);
    strict("sinh", StrictMath::sinh);
    strict("cosh", StrictMath::cosh);
    strict("tanh", StrictMath::tanh);
    strict("exp", StrictMath::exp);
    strict("expm1", StrictMath::expm1);
    strict("log", StrictMath::log);
    strict("log1p", StrictMath::log1p);
    strict("log10", StrictMath::log10);
    strict("cbrt", StrictMath::cbrt);
  }

  private void strictTwos() {
    strict("pow", (Value.Binary) StrictMath::pow);
    strict("atan2", (Value.Binary) StrictMath::atan2);
    strict("hypot", (Value.Binary) StrictMath::hypot);
    strict("IEEEremainder", (Value.Binary) StrictMath::IEEEremainder);
  }

  /** What is the same in both, to the last bit. */
  private void exact() {
    for (String name :
        new String[] {
          "sqrt", "floor", "ceil", "rint", "abs", "signum", "ulp", "nextUp", "nextDown"
        }) {
      exact(name, 1);
    }
    for (String name : new String[] {"max", "min", "copySign", "nextAfter"}) {
      exact(name, 2);
    }
    exact("fma", 3);
  }

  private void exact(String name, int arity) {
    Operator operator = operator(name, arity);
    if (operator != null) {
      add(STRICT, name, arity, operator);
    }
  }

  private void strict(String name, Value.Unary value) {
    if (operator(name, 1) instanceof UnaryOperator operator) {
      add(STRICT, name, 1, unary(strict(name)).value(value).slope(operator::slope));
    }
  }

  private void strict(String name, Value.Binary value) {
    Operator operator = operator(name, 2);
    if (operator != null) {
      BinaryOperator made =
          binary(strict(name))
              .value(value)
              .slopes(
                  (x, y, z) -> operator.slope(0, new Real[] {x, y}, z),
                  (x, y, z) -> operator.slope(1, new Real[] {x, y}, z));
      add(STRICT, name, 2, made);
    }
  }

  private static String strict(String name) {
    return "strict" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private @Nullable Operator operator(String name, int arity) {
    MethodName method = method(MATH, name, arity);
    Operator operator = known.get(method);
    return operator == null ? all.get(method) : operator;
  }

  private void add(String owner, String name, int arity, Operator operator) {
    MethodName method = method(owner, name, arity);
    if (!known.containsKey(method)) {
      all.put(method, operator);
    }
  }

  private static MethodName method(String owner, String name, int arity) {
    return new MethodName(owner, name, "(" + "D".repeat(arity) + ")D");
  }
}
