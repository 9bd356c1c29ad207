package ad4j.compiler.write;

import static java.util.Map.entry;

import ad4j.op.Operator;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * The operators that are methods of {@link Math}: those with a known name that agree with the
 * method wherever they are tried.
 */
final class MathMethods implements DirectMethods {
  private record Unary(String name, DoubleUnaryOperator method) {}

  private record Binary(String name, DoubleBinaryOperator method) {}

  private final Map<String, Unary> unaries =
      Map.ofEntries(
          entry("sin", new Unary("sin", Math::sin)),
          entry("cos", new Unary("cos", Math::cos)),
          entry("tan", new Unary("tan", Math::tan)),
          entry("asin", new Unary("asin", Math::asin)),
          entry("acos", new Unary("acos", Math::acos)),
          entry("atan", new Unary("atan", Math::atan)),
          entry("sinh", new Unary("sinh", Math::sinh)),
          entry("cosh", new Unary("cosh", Math::cosh)),
          entry("tanh", new Unary("tanh", Math::tanh)),
          entry("exp", new Unary("exp", Math::exp)),
          entry("expm1", new Unary("expm1", Math::expm1)),
          entry("log", new Unary("log", Math::log)),
          entry("log1p", new Unary("log1p", Math::log1p)),
          entry("log10", new Unary("log10", Math::log10)),
          entry("sqrt", new Unary("sqrt", Math::sqrt)),
          entry("cbrt", new Unary("cbrt", Math::cbrt)),
          entry("floor", new Unary("floor", Math::floor)),
          entry("ceil", new Unary("ceil", Math::ceil)),
          entry("abs", new Unary("abs", x -> Math.abs(x))),
          entry("sign", new Unary("signum", x -> Math.signum(x))));

  private final Map<String, Binary> binaries =
      Map.of(
          "pow", new Binary("pow", Math::pow),
          "atan2", new Binary("atan2", Math::atan2),
          "hypot", new Binary("hypot", Math::hypot),
          "max", new Binary("max", (x, y) -> Math.max(x, y)),
          "min", new Binary("min", (x, y) -> Math.min(x, y)));

  private final double[] special = {
    0,
    -0.0,
    0.5,
    1,
    -1.5,
    2.5,
    -3.25,
    17,
    1e-9,
    1e22,
    -1e300,
    710.5,
    -745.2,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  /**
   * Enough to tell the methods of {@link StrictMath}, which differ in the last bit now and then.
   */
  private final double[] tried =
      DoubleStream.concat(DoubleStream.of(special), new SplittableRandom(1).doubles(300, -20, 20))
          .toArray();

  @Override
  public Optional<DirectMethodHandleDesc> of(Operator operator, int arity) {
    if (operator.arity() >= 0 && operator.arity() != arity) {
      return Optional.empty();
    }
    return switch (arity) {
      case 1 -> unary(operator);
      case 2 -> binary(operator);
      default -> Optional.empty();
    };
  }

  private Optional<DirectMethodHandleDesc> unary(Operator operator) {
    Unary known = unaries.get(operator.name());
    if (known == null) {
      return Optional.empty();
    }
    for (double x : tried) {
      if (!same(operator.value(x), known.method().applyAsDouble(x))) {
        return Optional.empty();
      }
    }
    return Optional.of(method(known.name(), ConstantDescs.CD_double));
  }

  private Optional<DirectMethodHandleDesc> binary(Operator operator) {
    Binary known = binaries.get(operator.name());
    return known != null && agree(operator, known.method())
        ? Optional.of(method(known.name(), ConstantDescs.CD_double, ConstantDescs.CD_double))
        : Optional.empty();
  }

  private boolean agree(Operator operator, DoubleBinaryOperator method) {
    for (double x : special) {
      for (double y : special) {
        if (!same(operator.value(x, y), method.applyAsDouble(x, y))) {
          return false;
        }
      }
    }
    for (int i = 1; i < tried.length; i++) {
      double x = Math.abs(tried[i]);
      if (!same(operator.value(x, tried[i - 1]), method.applyAsDouble(x, tried[i - 1]))) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(double x, double y) {
    return Double.doubleToLongBits(x) == Double.doubleToLongBits(y);
  }

  private static DirectMethodHandleDesc method(String name, ClassDesc... parameters) {
    return MethodHandleDesc.ofMethod(
        DirectMethodHandleDesc.Kind.STATIC,
        Types.desc(Math.class),
        name,
        MethodTypeDesc.of(ConstantDescs.CD_double, parameters));
  }
}
