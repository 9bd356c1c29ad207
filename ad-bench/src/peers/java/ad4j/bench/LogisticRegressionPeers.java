package ad4j.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.types.TFloat64;

/** {@link LogisticRegression} in array operations. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LogisticRegressionPeers {
  /** The graph. */
  @State(Scope.Thread)
  public static class Graph extends TensorFlow {
    /** Builds it. */
    @Setup
    public void build(LogisticRegressionBenchmark kernel) {
      Operand<TFloat64> data = constant(kernel.data);
      Operand<TFloat64> labels = ops.constant(kernel.labels);
      build((ops, w) -> loss(ops, w, data, labels), kernel.features);
      Checked.gradient(kernel, gradient(kernel.x));
    }

    private static Operand<TFloat64> loss(
        Ops ops, Operand<TFloat64> w, Operand<TFloat64> data, Operand<TFloat64> labels) {
      Operand<TFloat64> column = ops.expandDims(w, ops.constant(1));
      Operand<TFloat64> score =
          ops.squeeze(ops.linalg.matMul(data, column), Squeeze.axis(List.of(1L)));
      Operand<TFloat64> margin = ops.math.mul(labels, score);
      return ops.math.mean(ops.math.softplus(ops.math.neg(margin)), ops.constant(new int[] {0}));
    }
  }

  /** The data in native memory. */
  @State(Scope.Thread)
  public static class Torch extends PyTorch {
    private NDArray data;
    private NDArray labels;

    /** Copies it there. */
    @Setup
    public void copy(LogisticRegressionBenchmark kernel) {
      data = constant(kernel.data);
      labels = constant(kernel.labels);
      Checked.gradient(kernel, gradient(this::loss, kernel.x));
    }

    private NDArray loss(NDArray w) {
      return Activation.softPlus(data.matMul(w).mul(labels).neg()).mean();
    }
  }

  /** PyTorch. */
  @Benchmark
  public double[] pyTorch(LogisticRegressionBenchmark kernel, Torch torch) {
    return torch.gradient(torch::loss, kernel.x);
  }

  /** TensorFlow. */
  @Benchmark
  public double[] tensorFlow(LogisticRegressionBenchmark kernel, Graph graph) {
    return graph.gradient(kernel.x);
  }
}
