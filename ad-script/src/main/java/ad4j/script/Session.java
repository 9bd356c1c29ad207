package ad4j.script;

import ad4j.script.rewrite.Rewriter;
import ad4j.script.rewrite.Rewritten;
import ad4j.script.rewrite.SiteTable;
import ad4j.script.rewrite.SourceException;
import ad4j.script.rewrite.SourceKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.ResourceLimits;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;

/** One JavaScript context in which all source is rewritten. */
public final class Session implements AutoCloseable {
  private static final Duration INTERRUPT_PATIENCE = Duration.ofSeconds(5);

  private final SiteTable sites = new SiteTable();
  private final Map<String, Rewritten> sources = new HashMap<>();
  private final Rewriter rewriter;
  private final ReadOnlyFiles files;
  private final Context context;
  private final Watchdog watchdog;

  Session(Engine engine, SandboxOptions options, Arithmetic arithmetic) {
    rewriter = new Rewriter(sites, options.operators());
    files = new ReadOnlyFiles(options.readable(), options.module(), this::rewrite);
    context = context(engine, options);
    watchdog = new Watchdog(this::interrupt, options.deadline());
    Prelude.install(context, arithmetic);
  }

  private Context context(Engine engine, SandboxOptions options) {
    Context.Builder builder =
        Context.newBuilder("js")
            .engine(engine)
            .sandbox(SandboxPolicy.CONSTRAINED)
            .allowHostAccess(HostAccess.CONSTRAINED)
            .allowIO(IOAccess.newBuilder().fileSystem(files).build())
            .option("js.esm-eval-returns-exports", "true")
            .out(options.out())
            .err(options.err());
    if (options.statementLimit() > 0) {
      builder.resourceLimits(
          ResourceLimits.newBuilder()
              .statementLimit(options.statementLimit(), source -> !source.isInternal())
              .build());
    }
    return builder.build();
  }

  private String rewrite(String name, String text) {
    return rewrite(name, text, SourceKind.MODULE).text();
  }

  private Rewritten rewrite(String name, String text, SourceKind kind) {
    Rewritten rewritten = rewriter.rewrite(name, text, kind);
    sources.put(name, rewritten);
    return rewritten;
  }

  /**
   * Evaluates a text and returns its value; for a module, its exports.
   *
   * @throws SourceException if the text, or an imported one, is not accepted
   * @throws PolyglotException if the script fails; see {@link #failure}
   */
  public Value evaluate(String name, String text, SourceKind kind) {
    Rewritten rewritten = rewrite(name, text, kind);
    return guarded(() -> context.eval(source(name, rewritten.text(), kind)));
  }

  /** Evaluates a module file and returns its exports. */
  public Value module(Path file) {
    return guarded(
        () -> {
          try {
            return context.eval(
                Source.newBuilder("js", file.toFile())
                    .content(files.read(file))
                    .name(file.toString())
                    .mimeType("application/javascript+module")
                    .build());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static Source source(String name, String text, SourceKind kind) {
    String type =
        kind == SourceKind.MODULE ? "application/javascript+module" : "application/javascript";
    return Source.newBuilder("js", text, name).mimeType(type).cached(false).buildLiteral();
  }

  /** Runs an action in the context, under the deadline. */
  public <T> T guarded(Supplier<T> action) {
    SourceException refused;
    Watchdog.Watch watch = watchdog.start();
    try {
      return action.get();
    } catch (PolyglotException e) {
      refused = files.takeRefused();
      if (refused == null) {
        throw e;
      }
    } finally {
      watch.stop();
    }
    throw refused;
  }

  /** Interrupts what runs in the session, from any thread; the session stays usable. */
  public void interrupt() {
    try {
      context.interrupt(INTERRUPT_PATIENCE);
    } catch (TimeoutException e) {
      context.close(true);
    }
  }

  /** Returns what went wrong, at the user's line and column. */
  public ScriptFailure failure(PolyglotException e) {
    return ScriptFailure.of(e, sites, sources);
  }

  /** Returns the sites of all that was rewritten. */
  public SiteTable sites() {
    return sites;
  }

  /** Returns the context. */
  public Context context() {
    return context;
  }

  /** Returns whether a text is the beginning of a complete input. */
  public static boolean isIncomplete(String text) {
    try {
      new Rewriter(new SiteTable(), Set.of()).rewrite("input", text, SourceKind.REPL);
      return false;
    } catch (SourceException e) {
      return e.isIncomplete();
    }
  }

  @Override
  public void close() {
    watchdog.close();
    context.close(true);
  }
}
