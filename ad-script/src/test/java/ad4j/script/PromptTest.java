package ad4j.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.engine.Mode;
import ad4j.error.ScriptException;
import ad4j.error.SyntaxException;
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
        "null ~ null",
        "JSON ~ JSON {parse, stringify}",
        "import { grad } from 'ad'; grad(x => x * x)(3) ~ 6",
        "import { grad as g, sin } from \"ad\"; [g(x => x * x)(3), sin(0)] ~ [6, 0]",
        "import * as ad from 'ad'; ad.grad(x => x * x)(3) ~ 6",
        "import ad from 'ad'; ad.grad(x => x * x)(3) ~ 6",
        "import { sin } from 'ad'; import { cos } from 'ad'; sin(cos(0) - 1) ~ 0",
        "const f = x => x * 2 + 1; f.toString() ~ \"x => x * 2 + 1\""
      })
  void aValueIsShown(String text, String expected) {
    assertEquals(expected.strip(), input(text.strip()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "jvp((a, b) => a * b)(1, 2) ~ jvp needs a point ~ the form is jvp(f, point, direction)",
        "vjp(f, 1) ~ vjp needs weights ~ the form is vjp(f, point, weights)",
        "hvp(f, 1) ~ hvp needs a direction ~ the form is hvp(f, point, direction)",
        "taylor(f, 3)(1, 2) ~ taylor needs an order ~ the form is taylor(f, point, order)",
        "check(f)(1, 2) ~ check needs a point ~ the form is check(f, point)",
        "explain(f)(1, 2) ~ explain needs a point ~ the form is explain(f, point)",
        "import { graad } from 'ad' ~ the module 'ad' does not provide 'graad' ~ did you mean"
            + " 'grad'?",
        "grad(x => { throw x })(1) ~ the script threw a number ~ ``",
        "let s = 'java'; process ~ ReferenceError: process is not defined ~ ``",
        "let s = 'java'; Java ~ ReferenceError: Java is not defined ~ ``",
        "grad((x, y) => x.sin() + y)(1, 2) ~ TypeError: a number has no method 'sin' ~ did you mean"
            + " 'Math.sin(...)'?",
        "grad(math => math.sin(1))(1) ~ TypeError: a number has no method 'sin' ~ did you mean"
            + " 'Math'?",
        "grad(x => { 'use strict'; x.a = 1 })(1) ~ TypeError: a number cannot be given members ~"
            + " ``",
        "grad(x => x())(1) ~ TypeError: a number is no function ~ ``",
      })
  void aMistakeIsNamed(String text, String what, String remedy) {
    input("let f = (x, y) => x * y");
    ScriptException e = assertThrows(ScriptException.class, () -> input(text.strip()));
    assertEquals(what.strip(), e.what());
    assertEquals(remedy.strip(), e.remedy());
  }

  @Test
  void whatAModuleAloneCanDoIsRefusedPlainly() {
    SyntaxException await =
        assertThrows(SyntaxException.class, () -> input("await Promise.resolve(1)"));
    assertTrue(await.what().startsWith("await is not possible at the prompt"), await.what());
    SyntaxException other = assertThrows(SyntaxException.class, () -> input("import fs from 'fs'"));
    assertEquals("at the prompt, only names of the module 'ad' can be imported", other.what());
  }

  @Test
  void mathShowsItsMembers() {
    assertTrue(input("Math").startsWith("Math {\n  E, PI,"), input("Math"));
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
