package ad4j.script;

import ad4j.engine.Mode;
import ad4j.error.ScriptException;
import ad4j.op.Operators.Spelling;
import ad4j.script.bridge.Places;
import ad4j.script.rewrite.Declared;
import ad4j.script.rewrite.Incomplete;
import ad4j.script.rewrite.Rewriter;
import ad4j.script.rewrite.SiteTable;
import ad4j.script.rewrite.SourceKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.graalvm.polyglot.Value;

/**
 * Scripts that share their variables. Every failure is an {@link ad4j.error.AdException} that names
 * the place in the script. Threads take turns; {@link #interrupt} may be called from any of them.
 */
public final class ScriptSession implements AutoCloseable {
  private final ScriptContext context;
  private final Prelude prelude;
  private int inputs;

  /** Opens a session. */
  public ScriptSession(ScriptSettings settings) {
    SiteTable sites = new SiteTable();
    List<String> names = Prelude.names(settings.installation());
    context = new ScriptContext(settings, sites, names);
    prelude = Prelude.in(context, settings, new Places(sites));
  }

  /**
   * A function written as an expression with free variables, {@code Math.sin(x*y)}, or as a
   * function, {@code (x, y) => x*y}.
   *
   * @throws ad4j.error.SyntaxException if it cannot be read
   */
  public ScriptFunction function(String inline) {
    Value value = context.evaluate(named("inline"), inline, context.run(prelude::globals));
    return prelude.function(context.run(() -> prelude.asFunction(value)));
  }

  /**
   * A function that a module exports.
   *
   * @throws ScriptException if there is no such file or export; names near ones
   */
  public ScriptFunction function(Path file, String exportName) {
    Value exports = module(file);
    return context.run(
        () -> {
          Value value = exports.getMember(exportName);
          if (value == null || !value.canExecute()) {
            throw noSuchFunction(file, exportName, exports);
          }
          return prelude.function(value);
        });
  }

  private static ScriptException noSuchFunction(Path file, String name, Value exports) {
    Set<String> others = exports.getMemberKeys();
    String problem =
        others.contains(name)
            ? "'" + name + "' of " + file + " is no function"
            : file + " exports no '" + name + "'";
    String near = Names.didYouMean(Spelling.near(name, others, 3));
    return new ScriptException(problem, near.isEmpty() ? "it exports " + others : near);
  }

  /** Runs a script, {@code .js}, or a module, {@code .mjs}, to its end. */
  public void run(Path file) {
    if (file.toString().endsWith(".js")) {
      context.evaluate(start(file), SourceKind.SCRIPT);
    } else {
      module(file);
    }
  }

  private Value module(Path file) {
    return context.evaluate(start(file), SourceKind.MODULE);
  }

  private Path start(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    context.files().startAt(folder == null ? absolute : folder);
    return absolute;
  }

  /** Evaluates an input at the prompt; its variables stay. */
  public ScriptResult evaluate(String input) {
    return context.run(
        () -> {
          String name = named("input");
          Declared declared = Rewriter.declared(name, input);
          prelude.release(declared.names());
          Value value = context.evaluate(name, input);
          prelude.protect(declared.constants());
          return new ScriptResult(prelude.display(value));
        });
  }

  /** The names of the variables that inputs at the prompt have declared, the oldest first. */
  public List<String> variables() {
    return context.run(prelude::variables);
  }

  /** Differentiates in this mode from now on, where none is asked for. Variables are kept. */
  public void differentiateIn(Mode mode) {
    context.run(() -> prelude.derivatives().differentiateIn(mode));
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
    return context.run(() -> Completion.at(line, cursor, prelude::members));
  }

  /** Interrupts what runs in the session, from another thread. Variables are kept. */
  public void interrupt() {
    context.interrupt();
  }

  @Override
  public void close() {
    context.close();
  }

  private String named(String kind) {
    inputs++;
    return inputs == 1 ? "<" + kind + ">" : "<" + kind + " " + inputs + ">";
  }
}
