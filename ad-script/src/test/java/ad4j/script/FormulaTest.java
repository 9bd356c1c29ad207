package ad4j.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ad4j.Differentiable;
import ad4j.ValueAndJacobian;
import ad4j.ValueGradientHessian;
import ad4j.engine.Graph;
import ad4j.engine.Mode;
import ad4j.error.AdException;
import ad4j.error.CancelledException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A formula gives what its script gives: numbers bit for bit, graphs, messages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FormulaTest {
  private static final int RANDOM = 300;
  private static final List<double[]> POINTS =
      List.of(
          new double[] {2, 3},
          new double[] {-0.5, 0.25},
          new double[] {0, -0.0},
          new double[] {-0.0, 1},
          new double[] {1e308, -1e-308},
          new double[] {Double.POSITIVE_INFINITY, 2},
          new double[] {Double.NaN, -1},
          new double[] {1, Double.NEGATIVE_INFINITY});

  /** Each text is read anew there: as a formula, and as a script because others ran before. */
  private ScriptSession scripts;

  @BeforeAll
  void open() {
    scripts = fresh();
    scripts.evaluate("0");
  }

  @AfterAll
  void close() {
    scripts.close();
  }

  private static ScriptSession fresh() {
    return new ScriptSession(TwoEngines.settings(Mode.AUTO, OutputStream.nullOutputStream()));
  }

  private void assertSame(String text, List<double[]> points) {
    try (ScriptSession formulas = fresh()) {
      ScriptFunction formula = formulas.function(text);
      ScriptFunction script = scripts.function(text);
      assertInstanceOf(FormulaFunction.class, formula, text);
      assertInstanceOf(JsFunction.class, script, text);
      assertEquals(script.parameters(), formula.parameters(), text);
      for (double[] point : points) {
        assertSame(text, formula, script, Arrays.copyOf(point, script.parameters().size()));
      }
    }
  }

  private static void assertSame(
      String text, ScriptFunction formula, ScriptFunction script, double[] x) {
    for (Mode mode : Mode.values()) {
      List<Function<Differentiable, Object>> questions =
          List.of(
              f -> Arrays.toString(f.values(x)),
              f -> text(f.in(mode).valueAndJacobian(x)),
              f -> text(f.in(mode).valueGradientHessian(x)),
              f -> Arrays.toString(f.in(mode).hvp(x, x)),
              f -> text(f.record(x).graph()));
      for (Function<Differentiable, Object> question : questions) {
        assertEquals(
            answer(script, x.length, question),
            answer(formula, x.length, question),
            () -> text + " at " + Arrays.toString(x) + " in mode " + mode);
      }
    }
  }

  private static Object answer(
      ScriptFunction function, int inputs, Function<Differentiable, Object> question) {
    try {
      return question.apply(function.differentiable(inputs));
    } catch (AdException e) {
      return message(e);
    }
  }

  /** Each text has a name of its own in its session, which does not matter here. */
  private static String message(AdException e) {
    return unnumbered(e.getMessage() + e.origin());
  }

  private static String unnumbered(String text) {
    return text.replaceAll("<inline( \\d+)?>", "<inline>");
  }

  private static Object text(ValueAndJacobian result) {
    return Arrays.toString(result.value()) + Arrays.deepToString(result.jacobian());
  }

  private static Object text(ValueGradientHessian result) {
    return result.value()
        + Arrays.toString(result.gradient())
        + Arrays.deepToString(result.hessian());
  }

  private static Object text(Graph graph) {
    return unnumbered(graph.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(x, y) => x*y + Math.sin(x)",
        "x*y + Math.sin(x)",
        "x*y;  // the product",
        "(x, y) => { return x / y; }",
        "x => x",
        "(x, y) => (-x) ** 2 * 0 + y",
        "x % y - -x",
        "+x - (+2) * (-3)",
        "Math.sin(2)*x",
        "Math.log(-1) + x*y",
        "1/0*x + y",
        "x*0 + -0*y",
        "x**y",
        "Math.sqrt(x) * Math.sqrt(y)",
        "Math.log(x*y)",
        "Math.max(x, y, 1) - Math.min(x, 2)",
        "Math.hypot(3, 4) * Math.hypot(x, y)",
        "Math.atan2(y, x) + Math.pow(x, 3)",
        "Math.abs(x) + Math.sign(y) + Math.round(x) + Math.trunc(y)",
        "sigmoid(x) * erf(y) + sinc(x)",
        "logaddexp(x, y) + clamp(x, 0, 1)",
        "where(x, y, 2)",
        "gamma(x) + gamma(2)",
        "exp*E",
        "[x*y, x/y]",
        "(x, y) => [x, 2, Math.cos(y)]",
        "Math\n.sin(\n x *\n y)",
        "0.1 + x*1e3 + y*0x10 + 5000000000*x"
      })
  void aFormulaGivesWhatItsScriptGives(String text) {
    assertSame(text, POINTS);
  }

  @Test
  void randomFormulasGiveWhatTheirScriptsGive() {
    Random random = new Random(20);
    for (int i = 0; i < RANDOM; i++) {
      int from = random.nextInt(POINTS.size() - 1);
      assertSame("(x, y) => " + term(random, 4), POINTS.subList(from, from + 2));
    }
  }

  private static String term(Random random, int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return List.of("x", "y", "2", "0.5", "0", "3").get(random.nextInt(6));
    }
    String a = term(random, depth - 1);
    String b = term(random, depth - 1);
    List<String> unary = List.of("sin", "cos", "exp", "log", "sqrt", "tanh", "abs", "log2", "cbrt");
    return switch (random.nextInt(6)) {
      case 0 -> "(-" + a + ")";
      case 1 -> "Math." + unary.get(random.nextInt(unary.size())) + "(" + a + ")";
      case 2 ->
          List.of("Math.max", "Math.hypot", "Math.atan2").get(random.nextInt(3))
              + "("
              + a
              + ", "
              + b
              + ")";
      default -> "(" + a + " " + "+-*/%+*".charAt(random.nextInt(7)) + " " + b + ")";
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2*3",
        "x => x > 0 ? x : 0",
        "x => { const y = x; return y; }",
        "(x, y = 2) => x*y",
        "(...xs) => xs[0]",
        "([x, y]) => x*y",
        "x => x.length",
        "async x => x",
        "function (x) { return x*x }",
        "x => Math.sin()",
        "x => Math.sin(x, 1)",
        "x => Math.sin(...x)",
        "x => Math?.sin(x)",
        "(Math, x) => Math.sin(x)",
        "(sin, x) => sin(x)",
        "x => sine(x)",
        "x => Math.sine(x)",
        "x => Math.random() * x",
        "x => Math.PI * x",
        "x => NaN * x",
        "x => 2n * x",
        "x => '2' * x",
        "x => x & 1",
        "x => y => x",
        "x => [x, , x]",
        "x => [[x]]",
        "x => new sin(x)",
        "print*x",
        "x => eval(x)",
        "x => (0, x)",
        "x => x++",
        "x +",
        "x)\n;(y"
      })
  void allElseIsScript(String text) {
    try (ScriptSession session = fresh()) {
      ScriptFunction function = session.function(text);
      assertInstanceOf(JsFunction.class, function, text);
    } catch (AdException e) {
      AdException other = assertThrows(AdException.class, () -> scripts.function(text));
      assertEquals(message(other), message(e), text);
    }
  }

  @Test
  void theWrongNumberOfInputsIsScript() {
    for (String text : List.of("(x, y) => x*y", "x => x*2")) {
      try (ScriptSession session = fresh()) {
        ScriptFunction formula = session.function(text);
        Function<ScriptFunction, Object> call =
            f -> answer(f, 3, g -> Arrays.toString(g.values(1, 2, 3)));
        assertEquals(call.apply(scripts.function(text)), call.apply(formula), text);
      }
    }
  }

  @Test
  void whatAScriptDeclaredBeforeIsSeen() {
    try (ScriptSession session = fresh()) {
      ScriptFunction formula = session.function("x => sin(x)");
      session.evaluate("sin = x => 7 * x");
      assertEquals(7, formula.differentiable(1).gradient(1.0)[0]);
      assertEquals(7, session.function("x => sin(x)").differentiable(1).gradient(1.0)[0]);
    }
  }

  @Test
  void anInterruptStopsAFormulaOnce() {
    try (ScriptSession session = fresh()) {
      Differentiable square = session.function("x*x").differentiable(1);
      session.interrupt();
      assertThrows(CancelledException.class, () -> square.gradient(3.0));
      assertEquals(6, square.gradient(3.0)[0]);
    }
  }

  @Test
  void theLanguageHasTheNamesThatAreKnownOfIt() {
    Set<String> globals = new HashSet<>(names("Object.getOwnPropertyNames(globalThis)"));
    globals.removeIf(name -> name.startsWith("ad$"));
    globals.removeAll(names("Object.keys(globalThis.ad$module)"));
    assertEquals(new HashSet<>(Language.GLOBALS), globals);
    assertEquals(
        new HashSet<>(Language.MATH), new HashSet<>(names("Object.getOwnPropertyNames(Math)")));
  }

  private List<String> names(String expression) {
    String shown = Objects.requireNonNull(scripts.evaluate(expression + ".join()").text());
    return List.of(shown.replace("\"", "").split(","));
  }
}
