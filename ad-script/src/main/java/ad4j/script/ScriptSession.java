package ad4j.script;

import ad4j.Differentiable;
import ad4j.engine.Mode;
import ad4j.engine.RealFunction;
import ad4j.error.CancelledException;
import ad4j.error.LimitException;
import ad4j.error.ScriptException;
import ad4j.op.Operators.Spelling;
import ad4j.script.bridge.Places;
import ad4j.script.rewrite.Declared;
import ad4j.script.rewrite.Formula;
import ad4j.script.rewrite.FormulaReader;
import ad4j.script.rewrite.Incomplete;
import ad4j.script.rewrite.Rewriter;
import ad4j.script.rewrite.SiteTable;
import ad4j.script.rewrite.SourceKind;
import ad4j.script.rewrite.Vocabulary;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * Scripts that share their variables. Every failure is an {@link ad4j.error.AdException} that names
 * the place in the script. Threads take turns; {@link #interrupt} may be called from any of them.
 */
public final class ScriptSession implements AutoCloseable {
  private final ScriptSettings settings;
  private volatile @Nullable Opened opened;
  private volatile boolean loading;
  private volatile boolean unwanted;
  private boolean closed;
  private boolean ran;
  private Mode mode;
  private int inputs;

  /** What scripts need to run: made for the first of them, as it takes longer than all else. */
  private record Opened(ScriptContext context, Prelude prelude) {}

  /** Opens a session. */
  public ScriptSession(ScriptSettings settings) {
    this.settings = settings;
    mode = settings.mode();
  }

  private synchronized Opened opened() {
    Opened ready = opened;
    if (ready == null) {
      if (closed) {
        throw new LimitException("this session has ended", "open another one");
      }
      SiteTable sites = new SiteTable();
      ScriptContext context =
          new ScriptContext(settings, sites, Prelude.names(settings.installation()));
      Prelude prelude = new Prelude(context, settings, new Places(sites));
      prelude.differentiateIn(mode);
      ready = new Opened(context, prelude);
      opened = ready;
      requireWanted();
    }
    return ready;
  }

  /** What scripts need that may use all there is. */
  private Opened complete() {
    Opened here = opened();
    if (!here.prelude().isComplete()) {
      loading = true;
      here.context().prepare(here.prelude()::complete);
      loading = false;
      requireWanted();
    }
    return here;
  }

  /**
   * A function written as an expression with free variables, {@code Math.sin(x*y)}, or as a
   * function, {@code (x, y) => x*y}.
   *
   * @throws ad4j.error.SyntaxException if it cannot be read
   */
  public ScriptFunction function(String inline) {
    String name = named("inline");
    Formula formula =
        ran || settings.statementLimit() > 0
            ? null
            : FormulaReader.read(name, inline, settings.installation().operators(), vocabulary());
    if (formula != null) {
      return new FormulaFunction(formula, this, () -> script(name, inline));
    }
    try {
      return script(name, inline);
    } finally {
      ran = true;
    }
  }

  private Vocabulary vocabulary() {
    List<String> names = Prelude.names(settings.installation());
    Set<String> marked = new HashSet<>(names);
    marked.addAll(Language.MATH);
    Set<String> operators = new HashSet<>(names);
    operators.removeAll(Prelude.FUNCTIONS);
    operators.removeAll(Language.GLOBALS);
    return new Vocabulary(Language.GLOBALS, marked, operators);
  }

  private ScriptFunction script(String name, String inline) {
    boolean all = ran || Prelude.mayNeedAll(inline, settings.installation());
    Opened here = all ? complete() : opened();
    ScriptContext context = here.context();
    Set<String> known = ran ? context.run(here.prelude()::globals) : Language.GLOBALS;
    Value value = context.evaluate(name, inline, known);
    return here.prelude().function(context.run(() -> here.prelude().asFunction(value)));
  }

  /** A function of reals, differentiated as this session was told. */
  Differentiable differentiable(RealFunction function) {
    return new Differentiable(function, settings.installation().differentiator().in(mode));
  }

  /** Whether a script has run, which may have given names another meaning. */
  boolean hasRunScripts() {
    return ran;
  }

  /** Fails, once, if the session was interrupted when no script ran. */
  void requireWanted() {
    if (unwanted) {
      unwanted = false;
      throw new CancelledException("the script was interrupted", "");
    }
  }

  /**
   * A function that a module exports.
   *
   * @throws ScriptException if there is no such file or export; names near ones
   */
  public ScriptFunction function(Path file, String exportName) {
    return function(file, exportName, ScriptException::new);
  }

  /**
   * A function that a module exports.
   *
   * @param missing makes of a problem and its remedy what is thrown if there is no such export
   * @throws ScriptException if there is no such file
   */
  public ScriptFunction function(
      Path file, String exportName, BiFunction<String, String, RuntimeException> missing) {
    Value exports = evaluate(file, SourceKind.MODULE);
    Opened here = opened();
    Optional<ScriptFunction> function =
        here.context()
            .run(
                () ->
                    Optional.ofNullable(exports.getMember(exportName))
                        .filter(Value::canExecute)
                        .map(here.prelude()::function));
    return function.orElseThrow(() -> noSuchFunction(file, exportName, exports, missing));
  }

  private static RuntimeException noSuchFunction(
      Path file, String name, Value exports, BiFunction<String, String, RuntimeException> missing) {
    Set<String> others = exports.getMemberKeys();
    String problem =
        others.contains(name)
            ? "'" + name + "' of " + file + " is no function"
            : file + " exports no '" + name + "'";
    String near = Names.didYouMean(Spelling.near(name, others, 3));
    return missing.apply(problem, near.isEmpty() ? "it exports " + others : near);
  }

  /** Runs a script, {@code .js}, or a module, {@code .mjs}, to its end. */
  public void run(Path file) {
    if (file.toString().endsWith(".js")) {
      evaluate(file, SourceKind.SCRIPT);
    } else {
      evaluate(file, SourceKind.MODULE);
    }
  }

  private Value evaluate(Path file, SourceKind kind) {
    ran = true;
    ScriptContext context = complete().context();
    return context.evaluate(start(context, file), kind);
  }

  private static Path start(ScriptContext context, Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    context.files().startAt(folder == null ? absolute : folder);
    return absolute;
  }

  /** Evaluates an input at the prompt; its variables stay. */
  public ScriptResult evaluate(String input) {
    ran = true;
    Opened here = complete();
    ScriptContext context = here.context();
    Prelude prelude = here.prelude();
    return context.run(
        () -> {
          String name = named("input");
          PromptImports imports = PromptImports.in(input, Prelude.names(settings.installation()));
          prelude.bind(imports.bindings());
          Declared declared = Rewriter.declared(name, imports.rest());
          prelude.release(declared.names());
          Value value = context.evaluate(name, imports.rest());
          prelude.protect(declared.constants());
          return new ScriptResult(prelude.display(value));
        });
  }

  /** The names of the variables that inputs at the prompt have declared, the oldest first. */
  public List<String> variables() {
    Opened here = complete();
    return here.context().run(here.prelude()::variables);
  }

  /** Differentiates in this mode from now on, where none is asked for. Variables are kept. */
  public void differentiateIn(Mode mode) {
    this.mode = mode;
    Opened here = opened;
    if (here != null) {
      here.context().run(() -> here.prelude().differentiateIn(mode));
    }
  }

  /** Whether an input at the prompt could be completed by further lines. */
  public boolean incomplete(String input) {
    return Incomplete.is(input);
  }

  /**
   * What the word that ends at the cursor could become: names of variables, operators and
   * functions, or of members after a dot. In order; each replaces the word.
   */
  public List<String> completions(String line, int cursor) {
    Opened here = complete();
    return here.context().run(() -> Completion.at(line, cursor, here.prelude()::members));
  }

  /** Interrupts what runs in the session, from another thread. Variables are kept. */
  public void interrupt() {
    Opened running = opened;
    if (running == null || loading) {
      unwanted = true;
    } else {
      running.context().interrupt();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    Opened ready = opened;
    if (ready != null) {
      ready.context().close();
    }
  }

  private String named(String kind) {
    inputs++;
    return inputs == 1 ? "<" + kind + ">" : "<" + kind + " " + inputs + ">";
  }
}
