package ad4j.script.bridge;

import ad4j.engine.Positions;
import ad4j.engine.RealFunction;
import ad4j.op.Real;
import org.graalvm.polyglot.Value;

/**
 * A function of a script that takes and returns a flat array of numbers, as a function of reals.
 */
final class ScriptCall implements RealFunction {
  private final Value function;
  private final Bridge bridge;

  ScriptCall(Value function, Bridge bridge) {
    this.function = function;
    this.bridge = bridge;
  }

  @Override
  public Real[] apply(Real[] x) {
    return bridge.differentiated(() -> Flat.reals(function.execute(bridge.flat().array(x))));
  }

  @Override
  public Positions positions() {
    return bridge.places();
  }
}
