package ad4j.bench;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat64;

/** TensorFlow: a graph with its gradient is built once, a call runs it. */
@State(Scope.Thread)
public class TensorFlow {
  private final Graph graph = new Graph();

  /** The operations of the graph. */
  final Ops ops = Ops.create(graph);

  private final Session session =
      new Session(
          graph,
          ConfigProto.newBuilder()
              .setIntraOpParallelismThreads(1)
              .setInterOpParallelismThreads(1)
              .build());
  private Placeholder<TFloat64> input = ops.placeholder(TFloat64.class);
  private Output<TFloat64> gradient = input.asOutput();

  /** A constant of the graph. */
  Operand<TFloat64> constant(double[][] rows) {
    return ops.constant(StdArrays.ndCopyOf(rows));
  }

  /** Builds the graph of a function of {@code n} inputs and of its gradient. */
  void build(BiFunction<Ops, Operand<TFloat64>, Operand<TFloat64>> function, int n) {
    input = ops.placeholder(TFloat64.class, Placeholder.shape(Shape.of(n)));
    Operand<TFloat64> value = function.apply(ops, input);
    gradient = ops.gradients(value, List.of(input)).<TFloat64>dy(0);
  }

  /** The gradient, from Java array to Java array. */
  double[] gradient(double[] x) {
    try (TFloat64 point = TFloat64.vectorOf(x);
        Result result = session.runner().feed(input, point).fetch(gradient).run()) {
      TFloat64 slopes = (TFloat64) Objects.requireNonNull(result.get(0));
      double[] copy = new double[x.length];
      slopes.copyTo(NdArrays.vectorOf(copy));
      return copy;
    }
  }

  /** Frees native memory. */
  @TearDown
  public void close() {
    session.close();
    graph.close();
  }
}
