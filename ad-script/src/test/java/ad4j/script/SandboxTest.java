package ad4j.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.script.rewrite.SourceException;
import ad4j.script.rewrite.SourceKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SandboxTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private Sandbox sandbox;
  private Session session;

  @BeforeEach
  void open() {
    sandbox = new Sandbox();
    session = sandbox.open(options(0, Duration.ofSeconds(2)), new DualArithmetic());
  }

  @AfterEach
  void close() {
    session.close();
    sandbox.close();
  }

  private SandboxOptions options(long statements, Duration deadline) {
    String module = "export const twice = x => ad$mul(0, 2, x); export default twice;";
    return new SandboxOptions(
        List.of(folder), statements, deadline, Set.of("sin"), module, out, out);
  }

  private Value input(String text) {
    return session.evaluate("input", text, SourceKind.REPL);
  }

  private ScriptFailure failure(String text) {
    PolyglotException e = assertThrows(PolyglotException.class, () -> input(text));
    return session.failure(e);
  }

  @Test
  void declarationsCanBeRepeatedAtThePrompt() {
    input("let x = 1, {a, b = 2} = {a: 5}");
    assertEquals(8, input("x+a+b").asInt());
    input("const /* again */ x = 2; let y; class P { v = x }");
    input("class P { v = x * 10 }; let y = 1; function f() { return 1 }");
    input("let f = () => 7; let y");
    assertEquals(27, input("new P().v + f()").asInt());
    assertTrue(input("y === undefined").asBoolean());
  }

  @Test
  void aFileImportsOthersAndTheVirtualModule() throws IOException {
    Files.writeString(folder.resolve("lib.js"), "export const sq = x => x * x;");
    Files.writeString(
        folder.resolve("main.js"),
        "import * as ad from 'ad'; import {twice} from 'ad'; import {sq} from './lib.js';\n"
            + "export const f = x => ad.twice(sq(x)) + twice(x); console.log('loaded');");
    Value f = session.module(folder.resolve("main.js")).getMember("f");
    Tracked y = f.execute(DualArithmetic.tracked(3, 1)).asHostObject();
    assertEquals(new DualArithmetic.Dual(24, 14), y.content());
    assertEquals("loaded\n", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void anErrorInAnImportedFileIsAtItsPlace() throws IOException {
    Files.writeString(folder.resolve("bad.js"), "export const a = 1;\nexport const b = 2 +* 3;");
    Files.writeString(folder.resolve("main.js"), "import './bad.js'");
    SourceException e =
        assertThrows(SourceException.class, () -> session.module(folder.resolve("main.js")));
    assertEquals(2, e.line());
    assertEquals(21, e.column());
    assertTrue(e.source().endsWith("bad.js"), e.source());
  }

  @Test
  void aFailureInAnImportedFileIsAtItsPlace() throws IOException {
    Files.writeString(folder.resolve("lib.js"), "export const f = x =>\n  x*x + x.y.z;");
    Files.writeString(folder.resolve("main.js"), "import {f} from './lib.js'; f(1)");
    PolyglotException e =
        assertThrows(PolyglotException.class, () -> session.module(folder.resolve("main.js")));
    assertEquals(folder.resolve("lib.js") + ":2:9", session.failure(e).position());
  }

  @Test
  void aRefusalIsAtItsPlace() {
    Value f = input("x => {\n  let y = x*x;\n  return y|0 }");
    PolyglotException e =
        assertThrows(PolyglotException.class, () -> f.execute(DualArithmetic.tracked(3, 1)));
    assertEquals("input:3:10", session.failure(e).position());
    Value g = input("x => {\n  let y = x*x;\n  return 1+[1][y] }");
    e = assertThrows(PolyglotException.class, () -> g.execute(DualArithmetic.tracked(3, 1)));
    assertEquals("input:3:12", session.failure(e).position());
    assertEquals(ScriptFailure.Kind.REFUSED, session.failure(e).kind());
  }

  @Test
  void aLinkDoesNotLeadOut(@TempDir Path other) throws IOException {
    Files.writeString(other.resolve("secret.js"), "export const s = 1");
    Files.createSymbolicLink(folder.resolve("link.js"), other.resolve("secret.js"));
    Files.createSymbolicLink(folder.resolve("dir"), other);
    Files.writeString(folder.resolve("a.js"), "import './link.js'");
    Files.writeString(folder.resolve("b.js"), "import './dir/secret.js'");
    Files.writeString(folder.resolve("c.js"), "import '" + other.resolve("secret.js") + "'");
    Files.writeString(folder.resolve("d.js"), "import '../" + other.getFileName() + "/secret.js'");
    for (String name : List.of("a.js", "b.js", "c.js", "d.js")) {
      assertThrows(PolyglotException.class, () -> session.module(folder.resolve(name)), name);
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
        "'a'.repeat(1e8).replace(/a/g, m => m)"
      })
  void aRunawayIsStoppedAndTheSessionStaysUsable(String text) {
    long start = System.nanoTime();
    assertEquals(ScriptFailure.Kind.INTERRUPTED, failure(text).kind());
    assertTrue(System.nanoTime() - start < 20e9);
    assertEquals(2, input("1+1").asInt());
  }

  @Test
  void statementsAreLimited() {
    try (Session limited = sandbox.open(options(1000, Duration.ZERO), new DualArithmetic())) {
      PolyglotException e =
          assertThrows(
              PolyglotException.class,
              () -> limited.evaluate("t", "for(;;){let a=1}", SourceKind.SCRIPT));
      assertEquals(ScriptFailure.Kind.LIMIT, limited.failure(e).kind());
    }
  }

  @Test
  void deepRecursionIsACleanError() {
    ScriptFailure failure = failure("function f(n) {\n  return 1 + f(n + 1)\n}\nf(0)");
    assertEquals(ScriptFailure.Kind.LIMIT, failure.kind());
    assertEquals("the recursion is too deep", failure.message());
    assertTrue(failure.position().startsWith("input:"), failure.position());
  }

  @Test
  void failuresAreAtTheUsersPlace() {
    assertEquals("input:2:10", failure("let x={};\n  x = 1+ x.foo.bar*2").position());
    assertEquals("input:1:15", failure("let a = 1*2 + undefined_*3").position());
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
        "quit()"
      })
  void isNotAvailable(String text) {
    assertThrows(RuntimeException.class, () -> input(text));
    assertEquals(2, input("1+1").asInt());
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
        "// c\nf("
      })
  void isIncomplete(String text) {
    assertTrue(Session.isIncomplete(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"f()", "'abc", "a b", "`abc`", "/* abc */", ")", "1 +* 2", "/[`]/.test('a')"})
  void isComplete(String text) {
    assertFalse(Session.isIncomplete(text), text);
  }

  @Test
  void aSyntaxErrorHasACaret() {
    SourceException e =
        assertThrows(SourceException.class, () -> input("let a = 1;\nlet b = 2 +* a"));
    assertEquals("let b = 2 +* a\n           ^", e.excerpt());
  }
}
