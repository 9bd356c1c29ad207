package ad4j.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.engine.Mode;
import ad4j.error.ScriptException;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the prompt shows, remembers and completes. */
final class PromptTest {
  private ScriptSession session;

  @BeforeEach
  void open() {
    session = new ScriptSession(TwoEngines.settings(Mode.AUTO, OutputStream.nullOutputStream()));
  }

  @AfterEach
  void close() {
    session.close();
  }

  private String input(String text) {
    return session.evaluate(text).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "1/3 ~ 0.3333333333333333",
        "-0 ~ -0",
        "1/0 ~ Infinity",
        "0/0 ~ NaN",
        "'a' + 1 ~ \"a1\"",
        "[1, [2, -0], 'x', null, undefined] ~ [1, [2, -0], \"x\", null, undefined]",
        "({a: 1, 'b c': {d: []}}) ~ {a: 1, \"b c\": {d: []}}",
        "new Float64Array([1, 2]) ~ Float64Array [1, 2]",
        "new Map([[1, 'a']]) ~ Map {1 => \"a\"}",
        "new Set([1, 2]) ~ Set {1, 2}",
        "x => x ~ [function]",
        "Math.sin ~ [function sin]",
        "class A {}; A ~ [class A]",
        "new (class B { v = 1 }) ~ B {v: 1}",
        "true ~ true",
        "10n ~ 10n",
        "Symbol('s') ~ Symbol(s)",
        "new RangeError('no') ~ RangeError: no",
        "({get a() { throw 1 }}) ~ {a: [accessor]}",
        "grad(x => x * x)(3) ~ 6",
        "null ~ null"
      })
  void aValueIsShown(String text, String expected) {
    assertEquals(expected.strip(), input(text.strip()));
  }

  @Test
  void undefinedIsNotShown() {
    assertEquals("", input("undefined"));
    assertEquals("", input("let a = 1"));
  }

  @Test
  void severalLinesOfTextAreShownAsTheyAre() {
    assertEquals("a\nb", input("'a\\nb'"));
    assertTrue(input("explain((x, y) => x * y, [2, 3])").contains("Backward pass"));
  }

  @Test
  void aConstantCanBeDeclaredAgainButNotAssigned() {
    input("const a = 1, {b, c: [d]} = {b: 2, c: [3]}");
    for (String assignment :
        List.of("a = 5", "a++", "b += 1", "[d] = [7]", "(() => { a = 6 })()")) {
      ScriptException e = assertThrows(ScriptException.class, () -> input(assignment));
      assertTrue(e.what().contains("is a constant"), e.getMessage());
    }
    assertEquals("[1, 2, 3]", input("[a, b, d]"));
    input("const a = 9");
    assertEquals("9", input("a"));
    input("let a = 10");
    assertEquals("11", input("a = 11"));
    input("const a = 12; function b() { return a }");
    assertEquals("12", input("b()"));
  }

  @Test
  void aNameOfTheModuleCanBeDeclaredOtherwise() {
    assertEquals("3", input("let sigmoid = 3; sigmoid"));
    assertEquals("1", input("const grad = 1; grad"));
  }

  @Test
  void aFailureInAnEarlierInputIsAtItsPlace() {
    input("function f(x) {\n  return x.y.z\n}");
    input("let other = 1");
    ScriptException e = assertThrows(ScriptException.class, () -> input("f(1)"));
    assertTrue(e.getMessage().contains("<input>:2:10"), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Math.si ~ [sign, sin, sinh]",
        "1 + Math.cb ~ [cbrt]",
        "grad(x => soft ~ [softplus]",
        "some.inner.va ~ [value, valueOf]",
        "some . inner.valu ~ [value, valueOf]",
        "gra ~ [grad, graph]",
        "some.getter. ~ []",
        "f(x). ~ []",
        "none.such ~ []",
        "3. ~ []",
        "ad$ ~ []",
        "x = weig ~ [weights]"
      })
  void aWordIsCompleted(String line, String expected) {
    input("let weights = 1, some = {inner: {value: 1}, get getter() { throw 1 }}");
    assertEquals(expected, session.completions(line, line.length()).toString());
    assertEquals(expected, session.completions(line + "  rest", line.length()).toString());
  }
}
