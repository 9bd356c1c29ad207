package ad4j.script;

import ad4j.Differentiable;
import ad4j.engine.RealFunction;
import ad4j.script.bridge.FormulaCall;
import ad4j.script.rewrite.Formula;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A formula, computed without an engine for JavaScript, which takes longer to start than all else.
 * Where it fails the script is run instead: that says why.
 */
final class FormulaFunction implements ScriptFunction {
  private final Formula formula;
  private final ScriptSession session;
  private final Supplier<ScriptFunction> opener;
  private @Nullable ScriptFunction script;

  /**
   * Computes this formula.
   *
   * @param session where it belongs
   * @param opener gives the same function as a script
   */
  FormulaFunction(Formula formula, ScriptSession session, Supplier<ScriptFunction> opener) {
    this.formula = formula;
    this.session = session;
    this.opener = opener;
  }

  @Override
  public List<String> parameters() {
    return formula.parameters();
  }

  @Override
  public Differentiable differentiable(int inputs) {
    if (inputs != formula.parameters().size() || session.hasRunScripts()) {
      return script().differentiable(inputs);
    }
    RealFunction otherwise = x -> script().differentiable(inputs).function().apply(x);
    return session.differentiable(new FormulaCall(formula, session::requireWanted, otherwise));
  }

  private ScriptFunction script() {
    ScriptFunction opened = script;
    if (opened == null) {
      opened = opener.get();
      script = opened;
    }
    return opened;
  }
}
