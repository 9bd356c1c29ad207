package ad4j.reverse;

import ad4j.engine.Activation;
import ad4j.engine.Pullback;
import ad4j.engine.RealFunction;
import ad4j.engine.ReverseEngine;
import ad4j.op.Real;
import ad4j.program.Program;
import ad4j.reverse.program.ProgramPullback;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Reverse mode by a tape in flat arrays: opcode, operands, value. */
public final class TapeEngine implements ReverseEngine {
  /** Nodes that a new sheet has room for. */
  private static final int LEAST = 64;

  /** Nodes beyond which a sheet is not kept. */
  private static final int MOST = 1 << 20;

  /** One sheet that no tape writes on. */
  private final AtomicReference<@Nullable Sheet> spare = new AtomicReference<>();

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
        own -> own.outermost() ? record(own, f, Activation.constants(x)) : nested(own, f, x));
  }

  @Override
  public Program pullback(Program program, List<Integer> inputs, boolean withValues) {
    return ProgramPullback.of(program, inputs, withValues);
  }

  @Override
  public Pullback pullback(RealFunction f, double[] x) {
    return Activation.run(
        own -> own.outermost() ? record(own, f, x) : nested(own, f, Real.constants(x)));
  }

  private Pullback record(Activation own, RealFunction f, double[] x) {
    Sheet kept = spare.getAndSet(null);
    Tape tape = new Tape(own, f.positions(), kept == null ? Sheet.of(LEAST) : kept);
    try {
      return new TapeRecording(tape, f.apply(tape.inputs(x)), this::keep);
    } finally {
      tape.close();
    }
  }

  private static Pullback nested(Activation own, RealFunction f, Real[] x) {
    NestedTape tape = new NestedTape(own);
    return new NestedPullback(tape, f.apply(tape.inputs(x)));
  }

  private void keep(Sheet sheet) {
    if (sheet.capacity() <= MOST) {
      spare.set(sheet);
    }
  }
}
