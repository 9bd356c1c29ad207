package ad4j.reverse;

import ad4j.engine.Activation;
import ad4j.engine.Pullback;
import ad4j.engine.RealFunction;
import ad4j.engine.ReverseEngine;
import ad4j.op.Real;

/** Reverse mode by a tape in flat arrays: opcode, operands, value. */
public final class TapeEngine implements ReverseEngine {
  private static final int LEAST = 64;
  private static final int MOST = 1 << 20;

  /** Room for the next tape: a little more than the last one took. A race costs a copy, no more. */
  private volatile int room = LEAST;

  /** For {@code ServiceLoader}. */
  public TapeEngine() {}

  @Override
  public String name() {
    return "reverse";
  }

  @Override
  public String doc() {
    return "Records one execution on a tape in flat arrays and sweeps back over it.";
  }

  @Override
  public Pullback pullback(RealFunction f, Real[] x) {
    return Activation.run(
        own -> {
          if (own.outermost()) {
            Tape tape = new Tape(own, f.positions(), room);
            try {
              return new TapeRecording(tape, f.apply(tape.inputs(Activation.constants(x))));
            } finally {
              tape.close();
              room = Math.clamp(tape.size() + tape.size() / 8L, LEAST, MOST);
            }
          }
          NestedTape tape = new NestedTape(own);
          return new NestedPullback(tape, f.apply(tape.inputs(x)));
        });
  }
}
