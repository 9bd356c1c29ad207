package ad4j.script;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.engine.Graph;
import ad4j.engine.Mode;
import ad4j.explain.ExplainOptions;
import ad4j.explain.Explanation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The variables of a script name the nodes of an explanation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VariablesTest {
  private ScriptSession session;

  @BeforeAll
  void open() {
    session = new ScriptSession(TwoEngines.settings(Mode.AUTO, OutputStream.nullOutputStream()));
  }

  @AfterAll
  void close() {
    session.close();
  }

  /** The operations and their names, at 2 and 3. */
  private static String operations(ScriptFunction f) {
    Graph graph = f.differentiable(2).record(2, 3).graph();
    return Explanation.of(graph, ExplainOptions.of("x", "y")).nodes().stream()
        .filter(node -> !node.input())
        .map(node -> node.name() + "=" + node.formula())
        .collect(joining("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "const r = x*y; return r ~ r=x * y",
        "const r = (x*y); return -r ~ r=x * y; w4=-r",
        "let r, u; r = Math.sin(x); u = r - y; return u ~ r=sin(x); u=r - y",
        "var r = sin(x); return atan2(r, y) ~ r=sin(x); w4=atan2(r, y)",
        "const r = -x, u = r ** y; return u ~ r=-x; u=r^y",
        "const r = Math.max(x, y, 1); return r ~ r=max(x, y, 1)",
        "const m = x < y ? x*x : y*y; return m ~ m=x * x",
        "const [a, , b] = [x*y, 0, x+y]; return a*b ~ a=x * y; b=x + y; w5=a * b",
        "let a = x*y, b = x+y; [a, b] = [b-a, a]; return a/b ~ a1=x * y; b=x + y; a2=b - a1; w6=a2"
            + " / a1",
        "let s = 0; for (const v of [x, y]) { const t = v*v; s += t } return s "
            + "~ t1=x * x; s1=0 + t1; t2=y * y; s2=s1 + t2",
        "let s = x; s *= y; return s ~ s=x * y",
        "let n = x; n++; --n; return n * y ~ n1=x + 1; n2=n1 - 1; w5=n2 * y",
        "x = x*y; return x ~ x1=x * y",
        "const f = (a, b = a*y) => a*b; return f(x) ~ b=x * y; w4=x * b",
        "const f = (a) => { const t = a*a; return t }; return f(x)*f(y) "
            + "~ t1=x * x; t2=y * y; w5=t1 * t2",
        "const f = (a) => a*a; const r = f(x); return r*y ~ w3=w1 * w1; w4=w3 * w2",
        "const o = {}; o.r = x*y; const a = [x*y]; return o.r + a[0] ~ w3=w1 * w2; w4=w3 + w3",
        "const r = x; return r*y ~ w3=w1 * w2",
        "const r = 2*3; return r*x*y ~ w3=6 * w1; w4=w3 * w2",
        "switch (x*y) { case 6: return x*y } ~ w3=w1 * w2",
        "const add = (a, b) => a*b; const m = add(x, y); return [m].map(Math.sin)[0] "
            + "~ w3=w1 * w2; w4=sin(w3)",
      })
  void variablesNameOperations(String body, String expected) {
    ScriptFunction f = session.function("(x, y) => { " + body.strip() + " }");
    assertEquals(expected, operations(f));
  }

  @Test
  void variablesOfAModuleNameOperations(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("f.mjs");
    Files.writeString(file, "export const f = (x, y) => {\n  const r = x*y;\n  return r + 1;\n}");
    assertEquals("r=x * y; w4=r + 1", operations(session.function(file, "f")));
  }

  @Test
  void aScriptThatExplainsSeesItsVariables() {
    String text =
        session.evaluate("explain((x, y) => { const r = x*y; return r*r }, [2, 3])").text();
    assertTrue(text.contains("r = x * y = 2 * 3 = 6"), text);
    String dot = session.evaluate("graph((x, y) => { const r = x*y; return r*r }, [2, 3])").text();
    assertTrue(dot.contains("r = x * y"), dot);
  }
}
