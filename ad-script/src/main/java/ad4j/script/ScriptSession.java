package ad4j.script;

import ad4j.error.ScriptException;
import java.nio.file.Path;
import java.util.List;

/**
 * Scripts that share their variables. Every failure is an {@link ad4j.error.AdException} that names
 * the place in the script. Threads take turns; {@link #interrupt} may be called from any of them.
 */
public final class ScriptSession implements AutoCloseable {
  private final ScriptSettings settings;

  /** Opens a session. */
  public ScriptSession(ScriptSettings settings) {
    this.settings = settings;
  }

  /**
   * A function written as an expression with free variables, {@code Math.sin(x*y)}, or as a function,
   * {@code (x, y) => x*y}.
   *
   * @throws ad4j.error.SyntaxException if it cannot be read
   */
  public ScriptFunction function(String inline) {
    throw missing(inline);
  }

  /**
   * A function that a module exports.
   *
   * @throws ScriptException if there is no such file or export; names near ones
   */
  public ScriptFunction function(Path file, String exportName) {
    throw missing(file + exportName);
  }

  /** Runs a script, {@code .js}, or a module, {@code .mjs}, to its end. */
  public void run(Path file) {
    throw missing(file.toString());
  }

  /** Evaluates an input at the prompt; its variables stay. */
  public ScriptResult evaluate(String input) {
    throw missing(input);
  }

  /** Whether an input at the prompt could be completed by further lines. */
  public boolean incomplete(String input) {
    return Session.isIncomplete(input);
  }

  /**
   * What the word that ends at the cursor could become: names of variables, operators and functions,
   * or of members after a dot. In order; each replaces the word.
   */
  public List<String> completions(String line, int cursor) {
    return line.isEmpty() || cursor < 0 ? List.of() : List.of();
  }

  /** Interrupts what runs in the session, from another thread. Variables are kept. */
  public void interrupt() {}

  @Override
  public void close() {}

  private ScriptException missing(String what) {
    return new ScriptException("not yet: " + what, settings.mode().toString());
  }
}
