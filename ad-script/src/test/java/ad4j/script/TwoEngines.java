package ad4j.script;

import ad4j.script.rewrite.Rewriter;
import ad4j.script.rewrite.SiteTable;
import ad4j.script.rewrite.SourceKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
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

  private static final Set<String> OPERATORS = Set.of("sin", "cos", "exp", "log", "max", "min");
  private final Engine engine =
      Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();

  Context context(ByteArrayOutputStream out) {
    return Context.newBuilder("js")
        .engine(engine)
        .allowHostAccess(HostAccess.EXPLICIT)
        .out(out)
        .build();
  }

  String plain(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Context context = context(out)) {
      return run(context, text, out);
    }
  }

  String rewritten(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Context context = context(out)) {
      Prelude.install(context, new DualArithmetic());
      return run(context, rewrite(text), out);
    }
  }

  static String rewrite(String text) {
    return new Rewriter(new SiteTable(), OPERATORS).rewrite("t.js", text, SourceKind.SCRIPT).text();
  }

  private static String run(Context context, String text, ByteArrayOutputStream out) {
    Value describe = context.eval("js", DESCRIBE);
    String result;
    try {
      result = describe.execute(context.eval("js", text)).asString();
    } catch (PolyglotException e) {
      Value thrown = e.getGuestObject();
      result = "throws " + (thrown == null ? e.getMessage() : describe.execute(thrown).asString());
    }
    return result + out.toString(StandardCharsets.UTF_8);
  }

  /** Returns value and slope of {@code f} at x, or the message of what it throws. */
  String tracked(String f, double x) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Context context = context(out)) {
      Prelude.install(context, new DualArithmetic());
      Value result = context.eval("js", rewrite(f)).execute(DualArithmetic.tracked(x, 1));
      if (result.isHostObject()
          && result.asHostObject() instanceof Tracked t
          && t.content() instanceof DualArithmetic.Dual dual) {
        return dual.value() + " " + dual.slope() + out.toString(StandardCharsets.UTF_8);
      }
      return result + out.toString(StandardCharsets.UTF_8);
    } catch (PolyglotException e) {
      return "throws " + e.getMessage();
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
