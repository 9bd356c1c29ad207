package ad4j.bench;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** PyTorch through the Deep Java Library: eager, its tape is recorded in every call. */
@State(Scope.Thread)
public class PyTorch {
  private final Engine engine = Engine.getEngine("PyTorch");
  private final NDManager manager = engine.newBaseManager();

  /** A constant that stays in native memory. */
  NDArray constant(double[][] rows) {
    double[] flat = new double[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
    }
    return manager.create(flat).reshape(rows.length, rows[0].length);
  }

  /** A constant that stays in native memory. */
  NDArray constant(double[] values) {
    return manager.create(values);
  }

  /** The gradient of a function of one array, from Java array to Java array. */
  double[] gradient(UnaryOperator<NDArray> function, double[] x) {
    try (NDManager call = manager.newSubManager();
        GradientCollector collector = engine.newGradientCollector()) {
      NDArray input = call.create(x);
      input.setRequiresGradient(true);
      collector.backward(function.apply(input));
      return input.getGradient().toDoubleArray();
    }
  }

  /** Frees native memory. */
  @TearDown
  public void close() {
    manager.close();
  }
}
