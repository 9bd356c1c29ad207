package ad4j.script;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** A small forward mode, for tests of the bridge alone: content is a {@link Dual}. */
final class DualArithmetic implements Arithmetic {
  record Dual(double value, double slope) {}

  record One(DoubleUnaryOperator value, DoubleUnaryOperator slope) {}

  record Two(DoubleBinaryOperator value, DoubleBinaryOperator byX, DoubleBinaryOperator byY) {}

  private static final Map<String, Object> OPERATORS =
      Map.ofEntries(
          Map.entry("add", new Two((x, y) -> x + y, (x, y) -> 1, (x, y) -> 1)),
          Map.entry("sub", new Two((x, y) -> x - y, (x, y) -> 1, (x, y) -> -1)),
          Map.entry("mul", new Two((x, y) -> x * y, (x, y) -> y, (x, y) -> x)),
          Map.entry("div", new Two((x, y) -> x / y, (x, y) -> 1 / y, (x, y) -> -x / (y * y))),
          Map.entry("mod", new Two((x, y) -> x % y, (x, y) -> 1, (x, y) -> -Math.floor(x / y))),
          Map.entry("pow", new Two(Math::pow, (x, y) -> y * Math.pow(x, y - 1), (x, y) -> 0)),
          Map.entry(
              "hypot",
              new Two(Math::hypot, (x, y) -> x / Math.hypot(x, y), (x, y) -> y / Math.hypot(x, y))),
          Map.entry(
              "atan2",
              new Two(Math::atan2, (x, y) -> y / (x * x + y * y), (x, y) -> -x / (x * x + y * y))),
          Map.entry("max", new Two(Math::max, (x, y) -> x > y ? 1 : 0, (x, y) -> y > x ? 1 : 0)),
          Map.entry("min", new Two(Math::min, (x, y) -> x < y ? 1 : 0, (x, y) -> y < x ? 1 : 0)),
          Map.entry("neg", new One(x -> -x, x -> -1)),
          Map.entry("sin", new One(Math::sin, Math::cos)),
          Map.entry("cos", new One(Math::cos, x -> -Math.sin(x))),
          Map.entry("exp", new One(Math::exp, Math::exp)),
          Map.entry("log", new One(Math::log, x -> 1 / x)),
          Map.entry("sqrt", new One(Math::sqrt, x -> 0.5 / Math.sqrt(x))),
          Map.entry("abs", new One(Math::abs, Math::signum)),
          Map.entry("floor", new One(Math::floor, x -> 0)),
          Map.entry("trunc", new One(x -> x < 0 ? Math.ceil(x) : Math.floor(x), x -> 0)),
          Map.entry(
              "asinh",
              new One(x -> Math.log(x + Math.sqrt(x * x + 1)), x -> 1 / Math.sqrt(x * x + 1))));

  static Tracked tracked(double value, double slope) {
    return new Tracked(new Dual(value, slope));
  }

  private static Dual dual(Object x) {
    return x instanceof Tracked t ? (Dual) t.content() : new Dual(((Number) x).doubleValue(), 0);
  }

  @Override
  public @Nullable Object operator(String name) {
    return OPERATORS.get(name);
  }

  @Override
  public Object unary(Object operator, int site, Object x) {
    One one = (One) operator;
    Dual a = dual(x);
    return tracked(
        one.value().applyAsDouble(a.value()), one.slope().applyAsDouble(a.value()) * a.slope());
  }

  @Override
  public Object binary(Object operator, int site, Object x, Object y) {
    Two two = (Two) operator;
    Dual a = dual(x);
    Dual b = dual(y);
    double slope =
        (a.slope() == 0 ? 0 : two.byX().applyAsDouble(a.value(), b.value()) * a.slope())
            + (b.slope() == 0 ? 0 : two.byY().applyAsDouble(a.value(), b.value()) * b.slope());
    return tracked(two.value().applyAsDouble(a.value(), b.value()), slope);
  }

  @Override
  public double plain(Object operator, double x) {
    return ((One) operator).value().applyAsDouble(x);
  }

  @Override
  public double plain(Object operator, double x, double y) {
    return ((Two) operator).value().applyAsDouble(x, y);
  }

  @Override
  public boolean compare(String kind, int site, Object x, Object y) {
    double a = dual(x).value();
    double b = dual(y).value();
    return switch (kind) {
      case "lt" -> a < b;
      case "le" -> a <= b;
      case "gt" -> a > b;
      case "ge" -> a >= b;
      default -> a == b;
    };
  }

  @Override
  public double observe(int site, Tracked x) {
    return dual(x).value();
  }

  @Override
  public double value(Tracked x) {
    return dual(x).value();
  }
}
