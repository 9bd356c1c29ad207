package ad4j.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;

/**
 * Holds the facts on which math.js relies: these functions of the engine are those of
 * java.lang.Math, bit for bit; Math.pow, Math.hypot and Math.log2 are not.
 */
final class MathBitsTest {
  private static final int COUNT = 100_000;
  private static final Map<String, DoubleUnaryOperator> UNARY =
      Map.ofEntries(
          Map.entry("sin", Math::sin),
          Map.entry("cos", Math::cos),
          Map.entry("tan", Math::tan),
          Map.entry("asin", Math::asin),
          Map.entry("acos", Math::acos),
          Map.entry("atan", Math::atan),
          Map.entry("sinh", Math::sinh),
          Map.entry("cosh", Math::cosh),
          Map.entry("tanh", Math::tanh),
          Map.entry("exp", Math::exp),
          Map.entry("expm1", Math::expm1),
          Map.entry("log", Math::log),
          Map.entry("log1p", Math::log1p),
          Map.entry("log10", Math::log10),
          Map.entry("sqrt", Math::sqrt),
          Map.entry("cbrt", Math::cbrt),
          Map.entry("abs", Math::abs),
          Map.entry("sign", Math::signum),
          Map.entry("floor", Math::floor),
          Map.entry("ceil", Math::ceil));
  private static final Map<String, DoubleBinaryOperator> BINARY =
      Map.of(
          "x ** y", Math::pow,
          "x % y", (x, y) -> x % y,
          "Math.atan2(x, y)", Math::atan2,
          "Math.max(x, y)", Math::max,
          "Math.min(x, y)", Math::min);
  private static final Map<String, DoubleBinaryOperator> DIFFERENT =
      Map.of(
          "Math.pow(x, y)", Math::pow,
          "Math.hypot(x, y)", Math::hypot,
          "Math.log2(x)", (x, y) -> Math.log(x) / Math.log(2));

  private static double[] arguments(long seed) {
    Random random = new Random(seed);
    double[] special = {0, -0.0, 1, -1, Double.NaN, 1 / 0.0, -1 / 0.0, 5e-324, 1e308, 0.5, 2.5, 3};
    return IntStream.range(0, COUNT)
        .mapToDouble(
            i ->
                switch (i % 5) {
                  case 0 -> random.nextGaussian();
                  case 1 -> (random.nextDouble() - 0.5) * 1e4;
                  case 2 -> Math.exp(random.nextGaussian() * 20) * (random.nextBoolean() ? 1 : -1);
                  case 3 -> random.nextInt(21) - 10;
                  default -> special[random.nextInt(special.length)];
                })
        .toArray();
  }

  private static int differences(Context context, String text, DoubleBinaryOperator java) {
    double[] x = arguments(1);
    double[] y = arguments(2);
    Value f = context.eval("js", "(x, y) => " + text);
    int count = 0;
    for (int i = 0; i < COUNT; i++) {
      long found = Double.doubleToLongBits(f.execute(x[i], y[i]).asDouble());
      count += found == Double.doubleToLongBits(java.applyAsDouble(x[i], y[i])) ? 0 : 1;
    }
    return count;
  }

  @Test
  void theEnginesFunctionsAreThoseOfJava() {
    try (TwoEngines engines = new TwoEngines();
        Context context = engines.context(new ByteArrayOutputStream())) {
      UNARY.forEach(
          (name, f) ->
              assertEquals(
                  0,
                  differences(context, "Math." + name + "(x)", (x, y) -> f.applyAsDouble(x)),
                  name));
      BINARY.forEach((text, f) -> assertEquals(0, differences(context, text, f), text));
      DIFFERENT.forEach((text, f) -> assertTrue(differences(context, text, f) > 0, text));
    }
  }
}
