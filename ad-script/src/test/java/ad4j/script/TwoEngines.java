package ad4j.script;

import ad4j.Installation;
import ad4j.ValueAndJacobian;
import ad4j.engine.Mode;
import ad4j.error.AdException;
import ad4j.script.bridge.Places;
import ad4j.script.rewrite.Rewriter;
import ad4j.script.rewrite.SiteTable;
import ad4j.script.rewrite.SourceKind;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/** Runs a text as it stands and rewritten, and describes what came out, bit for bit. */
final class TwoEngines implements AutoCloseable {
  private static final String DESCRIBE =
      """
      (() => {
        const bits = new DataView(new ArrayBuffer(8));
        const number = (v) => { bits.setFloat64(0, v !== v ? NaN : v);
          return 'n' + bits.getUint32(0).toString(16) + ':' + bits.getUint32(4).toString(16) + '(' + v + ')'; };
        const describe = (v, d) => {
          if (typeof v === 'number') return number(v);
          if (typeof v === 'string') return "'" + v + "'";
          if (typeof v === 'function') return 'function';
          if (typeof v !== 'object' || v === null) return typeof v + ' ' + String(v);
          if (d > 5) return '...';
          const name = Object.getPrototypeOf(v)?.constructor?.name;
          if (v instanceof Error) return name;
          if (typeof v[Symbol.iterator] === 'function')
            return name + '[' + [...v].map((x) => describe(x, d + 1)).join() + ']';
          return name + '{' + Reflect.ownKeys(v).map((k) => String(k) + ':' + describe(v[k], d + 1)).join() + '}';
        };
        return (v) => describe(v, 0);
      })()
      """;

  private final Engine engine =
      Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ScriptSession session = new ScriptSession(settings(Mode.FORWARD, printed));

  private Context context(ByteArrayOutputStream out) {
    return Context.newBuilder("js").engine(engine).out(out).build();
  }

  static ScriptSettings settings(Mode mode, OutputStream out, Path... readable) {
    return new ScriptSettings(
        Installation.standard(),
        mode,
        Duration.ofSeconds(20),
        0,
        List.of(readable),
        out,
        out,
        InputStream.nullInputStream());
  }

  String plain(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Context context = context(out)) {
      return described(context.eval("js", DESCRIBE), () -> context.eval("js", text), out);
    }
  }

  String rewritten(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SiteTable sites = new SiteTable();
    ScriptSettings settings = settings(Mode.AUTO, out);
    try (ScriptContext context = new ScriptContext(settings, sites, List.of("sin", "max"))) {
      Value describe = context.evaluate(ScriptContext.internal("describe", DESCRIBE));
      new Prelude(context, settings, new Places(sites)).complete();
      return described(describe, () -> context.evaluateRaw("t.js", text), out);
    }
  }

  static String rewrite(String text) {
    return new Rewriter(new SiteTable(), Set.of("sin", "max"))
        .rewrite("t.js", text, SourceKind.SCRIPT)
        .text();
  }

  private static String described(
      Value describe, Supplier<Value> computation, ByteArrayOutputStream out) {
    String result;
    try {
      result = describe.execute(computation.get()).asString();
    } catch (PolyglotException e) {
      Value thrown = e.getGuestObject();
      result = "throws " + (thrown == null ? e.getMessage() : describe.execute(thrown).asString());
    }
    return result + out.toString(StandardCharsets.UTF_8);
  }

  /** Returns value and slope of {@code f} at x, or the message of what it throws. */
  String tracked(String f, double x) {
    printed.reset();
    try {
      ValueAndJacobian result = session.function(f).differentiable(1).valueAndJacobian(x);
      return result.value()[0]
          + " "
          + result.jacobian()[0][0]
          + " "
          + printed.toString(StandardCharsets.UTF_8);
    } catch (AdException e) {
      return "throws " + e.getMessage();
    }
  }

  @Override
  public void close() {
    session.close();
    engine.close();
  }
}
