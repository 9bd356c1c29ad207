package ad4j.script;

import ad4j.error.AdException;
import ad4j.error.Origin;
import ad4j.error.ScriptException;
import ad4j.script.bridge.Interpreter;
import ad4j.script.rewrite.Inline;
import ad4j.script.rewrite.Rewriter;
import ad4j.script.rewrite.Rewritten;
import ad4j.script.rewrite.SiteTable;
import ad4j.script.rewrite.SourceException;
import ad4j.script.rewrite.SourceKind;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.ResourceLimits;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.jspecify.annotations.Nullable;

/**
 * A JavaScript context in which all source is rewritten: without access to host classes, the
 * network, threads, processes or the environment; files can only be read, and only below permitted
 * folders. Memory is not bounded: the community engine has no such limit, so an untrusted script
 * belongs in a JVM of its own with {@code -Xmx}.
 */
final class ScriptContext implements Interpreter, AutoCloseable {
  private static final Duration INTERRUPT_PATIENCE = Duration.ofSeconds(5);
  private static final String SCRIPT = "application/javascript";
  private static final String MODULE = SCRIPT + "+module";

  /** Tells whether a module came to its end, which it reports. */
  private static final String ENDED =
      """
      (() => {
        let ended = false;
        Object.defineProperty(globalThis, 'ad$end',
          { value: () => { ended = true; }, configurable: true });
        return () => ended;
      })()
      """;

  private final ReentrantLock lock = new ReentrantLock();
  private final Sources sources = new Sources();
  private final Rewriter rewriter;
  private final ReadOnlyFiles files;
  private final Context context;
  private final Watchdog watchdog;
  private final Failures failures;
  private final Value thrower;

  /** Opens a context for scripts to which these names mean the module {@code ad}. */
  ScriptContext(ScriptSettings settings, SiteTable sites, List<String> names) {
    String module = Prelude.module(settings.installation());
    files = new ReadOnlyFiles(settings.readable(), module, this::rewriteFile);
    context = context(settings);
    watchdog = new Watchdog(this::stop, settings.timeout());
    Set<String> operators = new HashSet<>(names);
    operators.addAll(Language.MATH);
    rewriter = new Rewriter(sites, operators);
    failures = new Failures(sources, files, watchdog, new Names(names, Language.MATH));
    thrower = context.eval(internal("thrower", "() => { throw new Error() }"));
  }

  private Context context(ScriptSettings settings) {
    Context.Builder builder =
        Context.newBuilder("js")
            .engine(SharedEngine.ENGINE)
            .sandbox(SandboxPolicy.CONSTRAINED)
            .allowHostAccess(hostAccess())
            .allowIO(IOAccess.newBuilder().fileSystem(files).build())
            .option("js.esm-eval-returns-exports", "true")
            .option("js.unhandled-rejections", "throw")
            .in(settings.in())
            .out(settings.out())
            .err(settings.err());
    if (settings.statementLimit() > 0) {
      builder.resourceLimits(
          ResourceLimits.newBuilder()
              .statementLimit(settings.statementLimit(), source -> !source.isInternal())
              .build());
    }
    return builder.build();
  }

  /** On the module path, what scripts may call lies in a package that is exported to nobody. */
  private static HostAccess hostAccess() {
    return ScriptContext.class.getModule().isNamed()
        ? HostAccess.newBuilder(HostAccess.CONSTRAINED)
            .useModuleLookup(MethodHandles.lookup())
            .build()
        : HostAccess.CONSTRAINED;
  }

  static Source internal(String name, String text) {
    return Source.newBuilder("js", text, "ad:" + name).internal(true).buildLiteral();
  }

  ReadOnlyFiles files() {
    return files;
  }

  /** The text of a file that a script may read. */
  String text(String path) {
    try {
      return files.plain(Path.of(path));
    } catch (IOException | InvalidPathException e) {
      throw Failures.of(path, e);
    }
  }

  /** Evaluates a text of ours, which is not rewritten. */
  Value evaluate(Source source) {
    return context.eval(source);
  }

  /** Evaluates an input at the prompt and returns its value. */
  Value evaluate(String name, String text) {
    return run(() -> evaluate(name, rewriter.rewrite(name, text, SourceKind.REPL), SCRIPT));
  }

  /** Evaluates a text as a script, with failures as the engine throws them. */
  Value evaluateRaw(String name, String text) {
    return evaluate(name, rewriter.rewrite(name, text, SourceKind.SCRIPT), SCRIPT);
  }

  /** Evaluates an expression, as a function of its free variables if it has any. */
  Value evaluate(String name, String text, Set<String> known) {
    return run(
        () -> {
          Inline inline = rewriter.inline(name, text, known);
          return evaluate(name, inline.source(), SCRIPT);
        });
  }

  private Value evaluate(String name, Rewritten rewritten, String type) {
    sources.add(name, rewritten);
    return context.eval(
        Source.newBuilder("js", rewritten.text(), name)
            .mimeType(type)
            .cached(false)
            .buildLiteral());
  }

  /** Evaluates a script file, or a module file, whose exports are returned. */
  Value evaluate(Path file, SourceKind kind) {
    return run(
        () -> {
          try {
            boolean module = kind == SourceKind.MODULE;
            Value ended = context.eval(internal("ended", ENDED));
            Value result =
                context.eval(
                    Source.newBuilder("js", file.toFile())
                        .content(module ? files.read(file) + "\n;ad$end();" : script(file))
                        .name(file.toString())
                        .mimeType(module ? MODULE : SCRIPT)
                        .build());
            if (module && !ended.execute().asBoolean()) {
              throw unfinished(file);
            }
            return result;
          } catch (IOException e) {
            throw Failures.of(ReadOnlyFiles.shown(file), e);
          }
        });
  }

  private static ScriptException unfinished(Path file) {
    return new ScriptException(
        "'" + file.getFileName() + "' never finished: it awaits what never comes",
        "await only promises that are settled in the end");
  }

  private String script(Path file) throws IOException {
    return rewriteFile(file, ReadOnlyFiles.shown(file), files.plain(file), SourceKind.SCRIPT);
  }

  private String rewriteFile(Path path, String name, String text) {
    return rewriteFile(path, name, text, SourceKind.MODULE);
  }

  private String rewriteFile(Path path, String name, String text, SourceKind kind) {
    Rewritten rewritten = rewriter.rewrite(name, text, kind);
    sources.add(path.toString(), rewritten);
    return rewritten.text();
  }

  /** Runs something of ours: one thread at a time, but without a time limit. */
  void prepare(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public <T> T run(Supplier<T> action) {
    if (lock.isHeldByCurrentThread()) {
      return action.get();
    }
    lock.lock();
    try (Watchdog.Watch _ = watchdog.start()) {
      return action.get();
    } catch (PolyglotException e) {
      throw failure(e);
    } catch (SourceException e) {
      throw Failures.of(e);
    } catch (StackOverflowError e) {
      throw failures.ofStack(null, e);
    } catch (OutOfMemoryError e) {
      throw Failures.ofMemory(e);
    } catch (AdException e) {
      throw e;
    } catch (RuntimeException e) {
      throw Failures.ofHost(e, null);
    } finally {
      lock.unlock();
    }
  }

  private AdException failure(PolyglotException e) {
    SourceException refused = files.takeRefused();
    return refused == null ? failures.of(e) : Failures.of(refused);
  }

  @Override
  public @Nullable Origin here() {
    try {
      thrower.executeVoid();
    } catch (PolyglotException e) {
      return sources.origin(e);
    }
    return null;
  }

  @Override
  public @Nullable String written(@Nullable SourceSection section) {
    return section == null ? null : sources.written(section);
  }

  /** Interrupts what runs, from any thread; the context stays usable. */
  void interrupt() {
    watchdog.call();
  }

  private void stop() {
    try {
      context.interrupt(INTERRUPT_PATIENCE);
    } catch (TimeoutException e) {
      context.close(true);
    }
  }

  @Override
  public void close() {
    watchdog.close();
    context.close(true);
  }
}
