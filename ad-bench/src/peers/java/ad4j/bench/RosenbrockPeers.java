package ad4j.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
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
import org.tensorflow.types.TFloat64;

/** {@link Rosenbrock} in array operations. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RosenbrockPeers {
  /** The graph. */
  @State(Scope.Thread)
  public static class Graph extends TensorFlow {
    /** Builds it. */
    @Setup
    public void build(RosenbrockBenchmark kernel) {
      build(Graph::value, kernel.n);
      Checked.gradient(kernel, gradient(kernel.x));
    }

    private static Operand<TFloat64> value(Ops ops, Operand<TFloat64> x) {
      int[] length = {(int) x.shape().get(0) - 1};
      Operand<TFloat64> head = ops.slice(x, ops.constant(new int[] {0}), ops.constant(length));
      Operand<TFloat64> tail = ops.slice(x, ops.constant(new int[] {1}), ops.constant(length));
      Operand<TFloat64> a = ops.math.square(ops.math.sub(tail, ops.math.square(head)));
      Operand<TFloat64> b = ops.math.square(ops.math.sub(ops.constant(1.0), head));
      return ops.sum(
          ops.math.add(ops.math.mul(ops.constant(100.0), a), b), ops.constant(new int[] {0}));
    }
  }

  /** PyTorch's native memory. */
  @State(Scope.Thread)
  public static class Torch extends PyTorch {
    /** Checks. */
    @Setup
    public void check(RosenbrockBenchmark kernel) {
      Checked.gradient(kernel, gradient(RosenbrockPeers::value, kernel.x));
    }
  }

  /** PyTorch. */
  @Benchmark
  public double[] pyTorch(RosenbrockBenchmark kernel, Torch torch) {
    return torch.gradient(RosenbrockPeers::value, kernel.x);
  }

  private static NDArray value(NDArray x) {
    NDArray head = x.get(new NDIndex(":-1"));
    NDArray a = x.get(new NDIndex("1:")).sub(head.square());
    NDArray b = head.neg().add(1);
    return a.square().mul(100).add(b.square()).sum();
  }

  /** TensorFlow. */
  @Benchmark
  public double[] tensorFlow(RosenbrockBenchmark kernel, Graph graph) {
    return graph.gradient(kernel.x);
  }
}
