package ad4j.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.engine.Mode;
import ad4j.op.Operator;
import ad4j.script.bridge.Places;
import ad4j.script.rewrite.SiteTable;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;

/** The value with a derivative is the value without one, bit for bit. */
final class MathBitsTest {
  private static final int COUNT = 20_000;
  private static final Map<String, String> OPERATORS =
      Map.of(
          "(x, y) => x + y", "add",
          "(x, y) => x - y", "sub",
          "(x, y) => x * y", "mul",
          "(x, y) => x / y", "div",
          "(x, y) => x % y", "rem",
          "(x, y) => x ** y", "pow",
          "x => -x", "neg");

  private static double[] arguments(long seed) {
    Random random = new Random(seed);
    double[] special = {
      0, -0.0, 1, -1, Double.NaN, 1 / 0.0, -1 / 0.0, Double.MIN_VALUE, 1e308, 0.5, 2.5, 3
    };
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

  /** How many values of the script differ from those of the operator. */
  private static int differences(Value f, Operator operator, double[][] points) {
    int count = 0;
    for (double[] point : points) {
      Object[] arguments = Arrays.stream(point).boxed().toArray();
      double found = f.execute(arguments).asDouble();
      count += bits(found) == bits(operator.value(point)) ? 0 : 1;
    }
    return count;
  }

  private static long bits(double x) {
    return Double.doubleToLongBits(x);
  }

  private static double[][] points(int arity, int count) {
    double[] x = arguments(1);
    double[] y = arguments(2);
    double[] z = arguments(3);
    return IntStream.range(0, count)
        .mapToObj(i -> Arrays.copyOf(new double[] {x[i], y[i], z[i]}, arity))
        .toArray(double[][]::new);
  }

  @Test
  void whatScriptsComputeIsWhatTheOperatorsCompute() {
    ScriptSettings settings = TwoEngines.settings(Mode.AUTO, OutputStream.nullOutputStream());
    SiteTable sites = new SiteTable();
    try (ScriptContext context = new ScriptContext(settings, sites, List.of())) {
      new Prelude(context, settings, new Places(sites)).complete();
      for (String name :
          context
              .evaluateRaw("t", "Object.getOwnPropertyNames(Math).join()")
              .asString()
              .split(",", -1)) {
        Operator operator = settings.installation().operators().find(name);
        if (operator != null) {
          Value f = context.evaluateRaw("t", "Math." + name);
          int[] arities = operator.arity() < 0 ? new int[] {1, 2, 3} : new int[] {operator.arity()};
          for (int arity : arities) {
            assertEquals(0, differences(f, operator, points(arity, COUNT)), name + " of " + arity);
          }
        }
      }
      OPERATORS.forEach(
          (text, name) -> {
            Operator operator = settings.installation().operators().named(name);
            Value f = context.evaluateRaw("t", text);
            assertEquals(0, differences(f, operator, points(operator.arity(), COUNT)), text);
          });
    }
  }

  @Test
  void everyFunctionOfMathButRandomIsAnOperator() {
    ScriptSettings settings = TwoEngines.settings(Mode.AUTO, OutputStream.nullOutputStream());
    try (ScriptSession session = new ScriptSession(settings)) {
      String names =
          session
              .evaluate(
                  "Object.getOwnPropertyNames(Math).filter(n => typeof Math[n] ==="
                      + " 'function').join()")
              .text();
      for (String name : names.replace("\"", "").split(",", -1)) {
        assertTrue(
            name.equals("random") || settings.installation().operators().find(name) != null, name);
      }
    }
  }
}
