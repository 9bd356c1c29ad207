package ad4j.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.Differentiable;
import ad4j.ValueAndGradient;
import ad4j.engine.Mode;
import java.io.OutputStream;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random functions: modes agree, values are not touched, and differences are near. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RandomDerivativesTest {
  private static final String[] UNARY = {
    "Math.sin",
    "Math.cos",
    "Math.tanh",
    "Math.atan",
    "Math.exp",
    "Math.abs",
    "sigmoid",
    "softplus",
    "-",
    "0.5 * ",
    "helper"
  };
  private static final String[] BINARY = {"+", "-", "*", "/"};

  private ScriptSession session;

  @BeforeAll
  void open() {
    session = new ScriptSession(TwoEngines.settings(Mode.AUTO, OutputStream.nullOutputStream()));
    session.evaluate(
        "function helper(v) { let s = 0; for (let i = 1; i < 3; i++) s += v / i; return s }");
  }

  @AfterAll
  void close() {
    session.close();
  }

  private static String expression(Random random, int depth, String... names) {
    if (depth == 0) {
      return random.nextInt(4) == 0
          ? String.valueOf(1 + random.nextInt(5))
          : names[random.nextInt(names.length)];
    }
    String a = expression(random, depth - 1, names);
    String b = expression(random, depth - 1, names);
    return switch (random.nextInt(7)) {
      case 0, 1 -> UNARY[random.nextInt(UNARY.length)] + "(" + a + ")";
      case 2 -> "(" + a + " < " + b + " ? " + a + " : " + b + ")";
      case 3 -> "[" + a + ", " + b + "].reduce((p, q) => p * q)";
      default -> "(" + a + " " + BINARY[random.nextInt(BINARY.length)] + " " + b + ")";
    };
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void modesAgreeAndValuesAreNotTouched(long seed) {
    Random random = new Random(seed);
    for (int n = 0; n < 25; n++) {
      String text = "(x, y) => " + expression(random, 5, "x", "y");
      Differentiable f = session.function(text).differentiable(2);
      double[] at = {random.nextGaussian(), random.nextGaussian()};
      ValueAndGradient forward = f.in(Mode.FORWARD).valueAndGradient(at);
      ValueAndGradient reverse = f.in(Mode.REVERSE).valueAndGradient(at);
      assertEquals(f.value(at), forward.value(), text);
      assertEquals(f.value(at), reverse.value(), text);
      for (int i = 0; i < 2; i++) {
        assertNear(forward.gradient()[i], reverse.gradient()[i], text);
      }
    }
  }

  private static void assertNear(double expected, double found, String text) {
    if (Double.isFinite(expected)) {
      assertEquals(expected, found, 1e-10 * Math.max(1, Math.abs(expected)), text);
    } else {
      assertEquals(expected, found, text);
    }
  }

  /** The derivative inside is with respect to its own variable alone. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void nestedDerivativesAreThoseOfTheOuterFunction(long seed) {
    Random random = new Random(seed);
    for (int n = 0; n < 8; n++) {
      String inner = expression(random, 3, "x", "y");
      double x = random.nextGaussian();
      String text = "x => grad(y => " + inner + ", {mode: '%s'})(0.7) * x";
      double first = nested(text, "forward", Mode.FORWARD, x);
      for (Mode outer : Mode.values()) {
        for (String mode : new String[] {"forward", "reverse", "auto"}) {
          double slope = nested(text, mode, outer, x);
          assertEquals(first, slope, 1e-9 * Math.max(1, Math.abs(first)), text + mode + outer);
        }
      }
      assertNearDifferences(text.formatted("auto"), x, first);
    }
  }

  private double nested(String text, String inner, Mode outer, double x) {
    return session.function(text.formatted(inner)).differentiable(1).in(outer).gradient(x)[0];
  }

  private void assertNearDifferences(String text, double x, double slope) {
    Differentiable f = session.function(text).differentiable(1);
    double h = 1e-5;
    double numeric = (f.value(x + h) - f.value(x - h)) / (2 * h);
    double halved = (f.value(x + h / 2) - f.value(x - h / 2)) / h;
    if (Math.abs(numeric - halved) < 1e-5 * Math.max(1, Math.abs(numeric))) {
      assertTrue(
          Math.abs(slope - numeric) < 1e-3 * Math.max(1, Math.abs(numeric)),
          text + " at " + x + ": " + slope + ", by differences " + numeric);
    }
  }
}
