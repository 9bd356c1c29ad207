package ad4j.script;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.Differentiable;
import ad4j.engine.Mode;
import ad4j.error.AdException;
import ad4j.error.LimitException;
import ad4j.error.OperatorException;
import ad4j.error.ResultException;
import ad4j.error.ScriptException;
import ad4j.error.ShapeException;
import ad4j.error.SyntaxException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions of scripts in Java. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FunctionTest {
  private ScriptSession session;

  @BeforeAll
  void open() {
    session = fresh();
    session.evaluate("let weights = 3, beta = 4");
  }

  @AfterAll
  void close() {
    session.close();
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.strip().split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "x*y ~ x y ~ 2 3 ~ 3 2",
        "y*x ~ y x ~ 2 3 ~ 3 2",
        "x*x; // comment ~ x ~ 3 ~ 6",
        "x*alpha + lbeta*gamma ~ x alpha lbeta gamma ~ 1 2 3 4 ~ 2 1 4 3",
        "Math.exp(gamma) ~ gamma ~ 0 ~ 1",
        "gamma(x) * 0 + x ~ x ~ 3 ~ 1",
        "weights * x + x * beta ~ x ~ 3 ~ 7",
        "[x, y].map(v => v * v).reduce((s, v) => s + v) ~ x y ~ 2 3 ~ 4 6",
        "x => x[0] * x[1] ~ x ~ 2 3 ~ 3 2",
        "x => sum(x) ~ x ~ 2 3 ~ 1 1",
        "x => x * x ~ x ~ 3 ~ 6",
        "([a, b]) => a * b ~ a b ~ 2 3 ~ 3 2",
        "({a, b}) => a * b ~ a b ~ 2 3 ~ 3 2",
        "p => p.u * p.v ** 2 ~ u v ~ 2 3 ~ 9 12",
        "p => p['u'] * p[\"v\"] ** 2 ~ u v ~ 2 3 ~ 9 12",
        "(x, y = 2) => x * y ~ x y ~ 3 ~ 2",
        "(x, y = 2) => x * y ~ x y ~ 3 5 ~ 5 3",
        "(...xs) => xs.reduce((a, b) => a * b) ~ xs ~ 2 3 4 ~ 12 8 6",
        "function f(x) { return x * x } ~ x ~ 3 ~ 6",
        "function (x) { return x * x } ~ x ~ 3 ~ 6",
        "grad(x => x ** 3) ~ x ~ 2 ~ 12",
        "grad((u, v) => u * v ** 2)(1, x)[1] ~ x ~ 5 ~ 2",
        "sigmoid ~ x ~ 0 ~ 0.25",
        "Math.hypot ~ x y ~ 3 4 ~ 0.6 0.8",
        "({ f(x) { return x * 2 } }).f ~ x ~ 1 ~ 2",
        "x => x.length ? x[0] : 0 ~ x ~ 7 ~ 1"
      })
  void aFunctionIsCalledAsItsSignatureSuggests(
      String text, String parameters, String at, String partials) {
    session.evaluate("function sum(v) { return v[0] + v[1] }");
    ScriptFunction f = session.function(text.strip());
    assertEquals(parameters.strip(), String.join(" ", f.parameters()));
    double[] x = numbers(at);
    for (Mode mode : Mode.values()) {
      double[] found = f.differentiable(x.length).in(mode).gradient(x);
      assertArrayEquals(numbers(partials), found, 1e-15, text + mode);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "(x, y) => x ~ 1 ~ 2 numbers [x, y], but 1 was given",
        "x*y ~ 3 ~ 2 numbers [x, y], but 3 were given",
        "x => x ? 1 : x.a ~ 2 ~ an object with [a]"
      })
  void aWrongNumberOfInputsIsAnError(String text, int inputs, String what) {
    ShapeException e =
        assertThrows(ShapeException.class, () -> session.function(text).differentiable(inputs));
    assertTrue(e.what().contains(what), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "x => 'a' ~ the text \"a\"",
        "x => undefined ~ undefined",
        "x => [x, null] ~ null at [1], no number",
        "x => ({a: [x > 0]}) ~ the truth value true at .a[0], no number",
        "async x => x ~ a promise",
        "x => 1n ~ the big integer 1n",
        "x => y => x ~ a function",
        "x => new Map() ~ an object of class Map"
      })
  void aResultThatIsNoNumberIsAnError(String text, String what) {
    Differentiable f = session.function(text.strip()).differentiable(1);
    for (Mode mode : Mode.values()) {
      ResultException e = assertThrows(ResultException.class, () -> f.in(mode).jacobian(1));
      assertTrue(e.what().contains(what), e.getMessage());
    }
    assertThrows(ResultException.class, () -> f.values(1));
  }

  @Test
  void aConstantIsAFunctionOfNothing() {
    assertArrayEquals(new double[] {5}, session.function("2 + 3").differentiable(0).values());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {"x +* y ~ 1:4", "let a = x; a ~ 1:5", "x y ~ 1:3", "x * ( ~ 1:6", "(x ~ 1:3"})
  void aSyntaxErrorIsAtItsPlace(String text, String place) {
    SyntaxException e = assertThrows(SyntaxException.class, () -> session.function(text.strip()));
    var origin = Objects.requireNonNull(e.origin());
    assertEquals(place, origin.line() + ":" + origin.column(), e.getMessage());
  }

  @Test
  void anUnknownNameIsAnErrorThatNamesNearOnes() {
    Differentiable f = session.function("x + sinn(y)").differentiable(2);
    ScriptException e = assertThrows(ScriptException.class, () -> f.gradient(1, 2));
    assertTrue(e.remedy().startsWith("did you mean 'sin'"), e.getMessage());
    assertEquals(5, Objects.requireNonNull(e.origin()).column());
  }

  @Test
  void aModuleGivesItsExports(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("models.mjs");
    Files.writeString(file, "export const square = x => x * x;\nexport const count = 3;\n");
    assertEquals(6, session.function(file, "square").differentiable(1).gradient(3)[0]);
    ScriptException missing =
        assertThrows(ScriptException.class, () -> session.function(file, "squar"));
    assertTrue(missing.remedy().contains("'square'"), missing.getMessage());
    assertThrows(ScriptException.class, () -> session.function(file, "count"));
    Path other = folder.resolve("other.mjs");
    assertThrows(AdException.class, () -> session.function(other, "f"));
  }

  @Test
  void whatAFunctionCapturesIsSeenAsItIsNow() {
    session.evaluate("var factor = 2");
    Differentiable f = session.function("x => factor * x").differentiable(1);
    for (Mode mode : Mode.values()) {
      session.evaluate("factor = 2");
      assertEquals(2, f.in(mode).gradient(1)[0]);
      session.evaluate("factor = 7");
      assertEquals(7, f.in(mode).gradient(1)[0]);
    }
  }

  @Test
  void anOperatorOfAScriptFailsWhereItsSlopeDoes() {
    session.evaluate("var broken = operator('broken', {value: x => x, slope: x => x.y.z})");
    Differentiable f = session.function("broken(x)").differentiable(1);
    for (Mode mode : Mode.values()) {
      AdException e = assertThrows(AdException.class, () -> f.in(mode).gradient(1));
      assertTrue(e.getMessage().contains("'z'"), e.getMessage());
    }
    assertThrows(
        OperatorException.class,
        () -> session.evaluate("operator('sin', {value: x => x, slope: x => 1})"));
  }

  @Test
  void aFailureHalfWayLeavesTheSessionSound() {
    Differentiable f =
        session.function("x => { if (x > 1) null.f(); return x * x }").differentiable(1);
    for (Mode mode : Mode.values()) {
      assertThrows(ScriptException.class, () -> f.in(mode).gradient(2));
      assertEquals(2, f.in(mode).gradient(1)[0]);
    }
  }

  @Test
  void anOperationKnowsItsPlace() {
    var graph = session.function("Math.sin(x * y)").differentiable(2).record(2, 3).graph();
    var product = Objects.requireNonNull(graph.nodes().get(2).origin());
    assertEquals("1:10 x * y", product.line() + ":" + product.column() + " " + product.text());
    var sine = Objects.requireNonNull(graph.nodes().get(3).origin());
    assertEquals("1:1 Math.sin(x * y)", sine.line() + ":" + sine.column() + " " + sine.text());
  }

  @Test
  void threadsTakeTurns() {
    Differentiable f = session.function("x ** 3 + Math.sin(x)").differentiable(1);
    List<Double> slopes =
        IntStream.range(0, 64).parallel().mapToObj(i -> f.gradient(i)[0]).toList();
    for (int i = 0; i < slopes.size(); i++) {
      assertEquals(3.0 * i * i + Math.cos(i), slopes.get(i), 1e-9);
    }
  }

  @Test
  void manyInputsAreNoProblem() {
    double[] x = new double[100_000];
    Arrays.fill(x, 1);
    double[] gradient =
        session
            .function("x => x.reduce((s, v) => s + v * v, 0)")
            .differentiable(x.length)
            .in(Mode.REVERSE)
            .gradient(x);
    assertEquals(2, gradient[99_999]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x => grad(y => y ** 3)(x)",
        "x => gr\\u0061d(y => y ** 3)(x)",
        "x => globalThis['gr' + 'ad'](y => y ** 3)(x)",
        "function (x) { return this['gr' + 'ad'](y => y ** 3)(x) }",
        "x => { console.log({ x }); return square(x) * 3 }",
        "v => { let s = 0; for (let i = 0; i < 3; i++) s += v * v; return s }"
      })
  void theFirstFunctionOfASessionFindsAllThatItNames(String text) {
    try (ScriptSession fresh = fresh()) {
      assertEquals(12, fresh.function(text).differentiable(1).gradient(2.0)[0]);
      assertEquals("27", fresh.evaluate("grad(x => x ** 3)(3)").text());
    }
  }

  @Test
  void aSessionThatNeverRanAScriptEndsToo() {
    ScriptSession fresh = fresh();
    fresh.close();
    assertThrows(LimitException.class, () -> fresh.evaluate("1"));
  }

  private static ScriptSession fresh() {
    return new ScriptSession(TwoEngines.settings(Mode.AUTO, OutputStream.nullOutputStream()));
  }
}
