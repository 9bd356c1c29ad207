package ad4j.script;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.Installation;
import ad4j.engine.Mode;
import ad4j.error.AccessException;
import ad4j.error.AdException;
import ad4j.error.CancelledException;
import ad4j.error.LimitException;
import ad4j.error.Origin;
import ad4j.error.ScriptException;
import ad4j.error.SyntaxException;
import ad4j.error.TrackedNumberException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts cannot do, and how that ends. */
final class SandboxTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private ScriptSession session;

  @BeforeEach
  void open() {
    session = new ScriptSession(settings(0, Duration.ofSeconds(2)));
  }

  @AfterEach
  void close() {
    session.close();
  }

  private ScriptSettings settings(long statements, Duration timeout) {
    return new ScriptSettings(
        Installation.standard(),
        Mode.FORWARD,
        timeout,
        statements,
        List.of(),
        out,
        out,
        InputStream.nullInputStream());
  }

  private String input(String text) {
    return session.evaluate(text).text();
  }

  private <T extends AdException> T failure(Class<T> kind, String text) {
    return assertThrows(kind, () -> input(text));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void declarationsCanBeRepeatedAtThePrompt() {
    input("let x = 1, {a, b = 2} = {a: 5}");
    assertEquals("8", input("x+a+b"));
    input("const /* again */ x = 2; let y; class P { v = x }");
    input("class P { v = x * 10 }; let y = 1; function f() { return 1 }");
    input("let f = () => 7; let y");
    assertEquals("27", input("new P().v + f()"));
    assertEquals("true", input("y === undefined"));
  }

  @Test
  void aFileImportsOthersAndTheVirtualModule() throws IOException {
    file("lib.js", "export const sq = x => x * x;");
    Path main =
        file(
            "main.mjs",
            """
            import * as ad from 'ad'; import {grad} from 'ad'; import {sq} from './lib.js';
            export const f = x => grad(sq)(x) + ad.grad(sq)(x); console.log('loaded');
            """);
    assertArrayEquals(new double[] {4}, session.function(main, "f").differentiable(1).gradient(3));
    assertEquals("loaded\n", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void anErrorInAnImportedFileIsAtItsPlace() throws IOException {
    file("bad.js", "export const a = 1;\nexport const b = 2 +* 3;");
    Path main = file("main.mjs", "import './bad.js'");
    SyntaxException e = assertThrows(SyntaxException.class, () -> session.run(main));
    assertEquals("2:21 export const b = 2 +* 3;", place(e));
    assertTrue(origin(e).source().endsWith("bad.js"), e.getMessage());
  }

  @Test
  void aFailureInAnImportedFileIsAtItsPlace() throws IOException {
    file("lib.js", "export const f = x =>\n  x*x + x.y.z;");
    Path main = file("main.mjs", "import {f} from './lib.js'; f(1)");
    ScriptException e = assertThrows(ScriptException.class, () -> session.run(main));
    assertEquals("2:9   x*x + x.y.z;", place(e));
    assertTrue(origin(e).source().endsWith("lib.js"), e.getMessage());
  }

  @Test
  void aRefusalIsAtItsPlace() {
    TrackedNumberException e =
        failure(TrackedNumberException.class, "grad(x => {\n  let y = x*x;\n  return y|0 })(3)");
    assertEquals("3:10   return y|0 })(3)", place(e));
    e =
        failure(
            TrackedNumberException.class, "grad(x => {\n  let y = x*x;\n  return 1+[1][y] })(3)");
    assertEquals("3:12   return 1+[1][y] })(3)", place(e));
  }

  @Test
  void aLinkDoesNotLeadOut(@TempDir Path other) throws IOException {
    Path secret = Files.writeString(other.resolve("secret.js"), "export const s = 1");
    Files.createSymbolicLink(folder.resolve("link.js"), secret);
    Files.createSymbolicLink(folder.resolve("dir"), other);
    List<Path> all =
        List.of(
            file("a.mjs", "import './link.js'"),
            file("b.mjs", "import './dir/secret.js'"),
            file("c.mjs", "import '" + secret + "'"),
            file("d.mjs", "import '../" + other.getFileName() + "/secret.js'"),
            file("e.mjs", "import {readText} from 'ad'; readText('" + secret + "')"),
            file("f.mjs", "import {readText} from 'ad'; readText('link.js')"),
            file("g.mjs", "await import('" + secret + "')"));
    for (Path main : all) {
      AccessException e =
          assertThrows(AccessException.class, () -> session.run(main), () -> "" + main);
      assertTrue(e.remedy().contains("--allow-read"), e.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while(true);",
        "for(;;){}",
        "/(x+x+)+\\1y/.test('x'.repeat(60))",
        "new Array(3e7).fill(1).map((v,i)=>-i).sort((a,b)=>a<b?-1:1)",
        "const f=()=>Promise.resolve().then(f); f()",
        "'a'.repeat(1e8).replace(/a/g, m => m)",
        "grad(x => { for(;;) x = x * 1 })(1)"
      })
  void aRunawayIsStoppedAndTheSessionStaysUsable(String text) {
    long start = System.nanoTime();
    input("let kept = 7");
    LimitException e = failure(LimitException.class, text);
    assertTrue(e.what().contains("2.0 s"), e.getMessage());
    assertTrue(System.nanoTime() - start < 20e9);
    assertEquals("9", input("kept + 2"));
  }

  @Test
  void aRunawayIsInterruptedFromAnotherThread() throws InterruptedException {
    try (ScriptSession patient = new ScriptSession(settings(0, Duration.ofMinutes(5)))) {
      patient.evaluate("let kept = 7");
      Thread other = Thread.ofPlatform().start(() -> interruptSoon(patient));
      assertThrows(CancelledException.class, () -> patient.evaluate("for(;;) kept = 8"));
      other.join();
      assertEquals("8", patient.evaluate("kept").text());
    }
  }

  private static void interruptSoon(ScriptSession session) {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    session.interrupt();
  }

  @Test
  void statementsAreLimited() {
    try (ScriptSession limited = new ScriptSession(settings(100_000, Duration.ofMinutes(1)))) {
      assertEquals("5", limited.evaluate("2 + 3").text());
      assertThrows(LimitException.class, () -> limited.evaluate("for(;;){let a=1}"));
      assertThrows(LimitException.class, () -> limited.evaluate("1"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "function f(n) {\n  return 1 + f(n + 1)\n}\nf(0)",
        "function f(x) {\n  return x * f(x + 1)\n}\ngrad(f)(0)",
        "const f = x => grad(y => f(x * y))(1);\nf(1)",
      })
  void deepRecursionIsACleanError(String text) {
    LimitException e = failure(LimitException.class, text);
    assertEquals("the recursion is too deep", e.what());
    assertEquals("2", input("1+1"));
  }

  @Test
  void aLongExpressionIsNoDeepOne() {
    String sum = String.join("+", Collections.nCopies(1000, "x"));
    assertEquals("1000", input("let x = 1; " + sum));
    assertEquals("1000", input("grad(x => " + sum + ")(2)"));
    assertEquals(1000, session.function("x => " + sum).differentiable(1).jacobian(2)[0][0]);
  }

  @Test
  void deepNestingIsACleanError() {
    String deep = "Math.sin(".repeat(3000) + "x" + ")".repeat(3000);
    AdException e = failure(AdException.class, "let x = 1; " + deep);
    assertTrue(e.what().startsWith("an expression is nested too deeply"), e.what());
    assertEquals("2", input("1+1"));
  }

  @Test
  void failuresAreAtTheUsersPlace() {
    assertEquals(
        "2:10   x = 1+ x.foo.bar*2",
        place(failure(ScriptException.class, "let x={};\n  x = 1+ x.foo.bar*2")));
    assertEquals(
        "1:15 let a = 1*2 + undefined_*3",
        place(failure(ScriptException.class, "let a = 1*2 + undefined_*3")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eval('1+1')",
        "new Function('return 1')()",
        "(()=>{}).constructor('return 1')()",
        "Java.type('java.lang.System')",
        "Polyglot.eval('js', '1')",
        "load('x.js')",
        "ad$host",
        "with({a:1}) a",
        "let ad$add = 1",
        "Math.sin = Math.cos",
        "let Math = 1",
        "fetch('http://example.org')",
        "require('fs')",
        "quit()",
        "readText('/etc/passwd')",
        "await import('/etc/passwd')"
      })
  void isNotAvailable(String text) {
    assertThrows(AdException.class, () -> input(text));
    assertEquals("2", input("1+1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f(",
        "`abc",
        "`a${`b`",
        "/* abc",
        "x = {",
        "if (a) {",
        "let x =",
        "(a, b) =>",
        "`a${",
        "a +",
        "// c\nf(",
        "/[`]/.test(`a"
      })
  void isIncomplete(String text) {
    assertTrue(session.incomplete(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f()",
        "'abc",
        "a b",
        "`abc`",
        "/* abc */",
        ")",
        "1 +* 2",
        "/[`]/.test('a')",
        "/[`]/.test(1 +* 2)",
        "/\\/`/ +* 2",
        "a = b / 2 / `x` +* 2"
      })
  void isComplete(String text) {
    assertFalse(session.incomplete(text), text);
  }

  @Test
  void aSyntaxErrorShowsItsLine() {
    assertEquals(
        "2:12 let b = 2 +* a", place(failure(SyntaxException.class, "let a = 1;\nlet b = 2 +* a")));
  }

  private static Origin origin(AdException e) {
    return Objects.requireNonNull(e.origin(), e.getMessage());
  }

  private static String place(AdException e) {
    Origin origin = origin(e);
    return origin.line() + ":" + origin.column() + " " + origin.text();
  }
}
