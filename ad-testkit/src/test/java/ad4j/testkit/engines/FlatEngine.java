package ad4j.testkit.engines;

import ad4j.engine.Activation;
import ad4j.engine.RealFunction;
import ad4j.error.NotDifferentiableException;
import ad4j.op.Real;

/** An engine that cannot be nested, and says so. */
public final class FlatEngine extends PairEngine {
  @Override
  public String name() {
    return "flat";
  }

  @Override
  protected Real[][] push(Activation own, RealFunction f, Real[] x, Real[] direction) {
    if (!own.outermost()) {
      throw new NotDifferentiableException(
          "the engine 'flat' cannot differentiate a derivative", "use another engine");
    }
    return super.push(own, f, x, direction);
  }
}
