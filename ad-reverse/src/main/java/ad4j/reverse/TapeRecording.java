package ad4j.reverse;

import ad4j.engine.Activation;
import ad4j.engine.Graph;
import ad4j.engine.Recording;
import ad4j.error.ShapeException;
import ad4j.op.Real;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A tape together with what the function returned. */
final class TapeRecording implements Recording {
  private final Tape tape;
  private final int[] outputs;

  private final Consumer<Sheet> released;

  TapeRecording(Tape tape, Real[] results, Consumer<Sheet> released) {
    this.tape = tape;
    this.released = released;
    outputs = new int[results.length];
    for (int i = 0; i < results.length; i++) {
      outputs[i] = tape.operand(results[i]);
    }
  }

  @Override
  public Real[] value() {
    return Real.constants(values());
  }

  @Override
  public double[] values() {
    double[] values = new double[outputs.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = tape.at(outputs[i]);
    }
    return values;
  }

  @Override
  public Real[] adjoints(Real[] weights) {
    return Real.constants(adjoints(Activation.constants(weights)));
  }

  @Override
  public double[] adjoints(double[] weights) {
    if (weights.length != outputs.length) {
      throw ShapeException.ofCount(
          "there must be", outputs.length, "weight", weights.length, "give one for each result");
    }
    return new Sweep(tape).adjoints(outputs, weights);
  }

  @Override
  public void close() {
    if (tape.size() > 0) {
      released.accept(tape.release());
    }
  }

  @Override
  public @Nullable String obstacle() {
    return tape.looked() ? "it decides by the plain value of a tracked number" : null;
  }

  @Override
  public boolean replay(double[] x) {
    if (x.length != tape.inputCount()) {
      throw ShapeException.ofCount(
          "the recording has", tape.inputCount(), "input", x.length, "record it anew");
    }
    return new Replay(tape).run(x);
  }

  @Override
  public Graph graph() {
    return new GraphView(tape).graph(outputs);
  }
}
