package ad4j.reverse;

import ad4j.engine.Pullback;
import ad4j.op.Real;
import java.util.Arrays;

/** A nested tape together with what the function returned. */
final class NestedPullback implements Pullback {
  private final NestedTape tape;
  private final Real[] results;

  NestedPullback(NestedTape tape, Real[] results) {
    this.tape = tape;
    this.results = results.clone();
  }

  @Override
  public Real[] value() {
    return Arrays.stream(results).map(tape::inner).toArray(Real[]::new);
  }

  @Override
  public Real[] adjoints(Real[] weights) {
    return tape.adjoints(results, weights);
  }
}
