package ad4j.testkit.engines;

import ad4j.engine.Activation;
import ad4j.engine.ForwardEngine;
import ad4j.engine.Pushforward;
import ad4j.engine.RealFunction;
import ad4j.op.Real;
import java.util.Arrays;

/** Forward mode as textbooks have it: pairs of a value and a tangent, one direction at a time. */
public class PairEngine implements ForwardEngine {
  /** For {@code ServiceLoader}. */
  public PairEngine() {}

  @Override
  public String name() {
    return "pairs";
  }

  @Override
  public String doc() {
    return "Pairs of a value and a tangent; one run of the function a direction.";
  }

  @Override
  public Pushforward pushforward(RealFunction f, Real[] x, Real[][] directions) {
    Real[] value = directions.length == 0 ? f.apply(x.clone()) : new Real[0];
    Real[][] tangents = new Real[directions.length][];
    for (int k = 0; k < directions.length; k++) {
      Real[] direction = directions[k];
      Real[][] pushed = Activation.run(own -> push(own, f, x, direction));
      value = pushed[0];
      tangents[k] = pushed[1];
    }
    return new Pushforward(value, tangents);
  }

  /** Runs the function once; results first, tangents second. */
  protected Real[][] push(Activation own, RealFunction f, Real[] x, Real[] direction) {
    Real[] inputs = new Real[x.length];
    Arrays.setAll(inputs, i -> new Pair(own, x[i], direction[i]));
    Real[] results = f.apply(inputs);
    return new Real[][] {
      Arrays.stream(results).map(y -> Pair.value(own, y)).toArray(Real[]::new),
      Arrays.stream(results).map(y -> Pair.tangent(own, y)).toArray(Real[]::new)
    };
  }
}
