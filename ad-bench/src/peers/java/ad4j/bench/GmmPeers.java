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

/**
 * {@link Gmm} in array operations, for gamma 1 and m 0, but for its constant terms: all components
 * and points at once, triangles placed in matrices by a product with a constant.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GmmPeers {
  /** A row for every diagonal entry: its place in a matrix of d rows. */
  static double[][] diagonalPlaces(int d) {
    double[][] places = new double[d][d * d];
    for (int i = 0; i < d; i++) {
      places[i][i * d + i] = 1;
    }
    return places;
  }

  /** A row for every entry of a strict lower triangle, column by column. */
  static double[][] lowerPlaces(int d) {
    double[][] places = new double[d * (d - 1) / 2][d * d];
    int entry = 0;
    for (int column = 0; column < d; column++) {
      for (int row = column + 1; row < d; row++) {
        places[entry++][row * d + column] = 1;
      }
    }
    return places;
  }

  /** The data in native memory. */
  @State(Scope.Thread)
  public static class Torch extends PyTorch {
    private int d;
    private int k;
    private int n;
    private NDArray points;
    private NDArray diagonals;
    private NDArray lowers;

    /** Copies it there. */
    @Setup
    public void copy(GmmBenchmark kernel) {
      d = kernel.d;
      k = kernel.k;
      n = kernel.n;
      points = constant(kernel.points).transpose().reshape(1, d, n);
      diagonals = constant(diagonalPlaces(d));
      lowers = constant(lowerPlaces(d));
      Checked.gradient(kernel, gradient(this::objective, kernel.x));
    }

    private NDArray objective(NDArray parameters) {
      int tail = k + 2 * k * d;
      NDArray alpha = slice(parameters, 0, k);
      NDArray mu = slice(parameters, k, k + k * d).reshape(k, d, 1);
      NDArray q = slice(parameters, k + k * d, tail).reshape(k, d);
      NDArray l = slice(parameters, tail, tail + k * d * (d - 1) / 2).reshape(k, d * (d - 1) / 2);
      NDArray diagonal = q.exp();
      NDArray roots = diagonal.matMul(diagonals).add(l.matMul(lowers)).reshape(k, d, d);
      NDArray products = roots.batchMatMul(points.sub(mu));
      NDArray squares = products.square().sum(new int[] {1});
      NDArray terms = alpha.add(q.sum(new int[] {1})).reshape(k, 1).sub(squares.mul(0.5));
      NDArray prior = diagonal.square().sum().add(l.square().sum()).mul(0.5);
      return logSumExp(terms).sum().sub(logSumExp(alpha).mul(n)).sub(prior);
    }

    private static NDArray slice(NDArray values, int from, int to) {
      return values.get(new NDIndex(from + ":" + to));
    }

    /** Along the first axis. */
    private static NDArray logSumExp(NDArray values) {
      NDArray largest = values.max(new int[] {0}).stopGradient();
      return values.sub(largest).exp().sum(new int[] {0}).log().add(largest);
    }
  }

  /** The graph. */
  @State(Scope.Thread)
  public static class Graph extends TensorFlow {
    /** Builds it. */
    @Setup
    public void build(GmmBenchmark kernel) {
      build((ops, parameters) -> objective(ops, parameters, kernel), kernel.x.length);
      Checked.gradient(kernel, gradient(kernel.x));
    }

    private Operand<TFloat64> objective(
        Ops ops, Operand<TFloat64> parameters, GmmBenchmark kernel) {
      int d = kernel.d;
      int k = kernel.k;
      int n = kernel.n;
      int triangle = d * (d - 1) / 2;
      Operand<TFloat64> alpha = slice(parameters, 0, k, k);
      Operand<TFloat64> mu = slice(parameters, k, k * d, k, d);
      Operand<TFloat64> q = slice(parameters, k + k * d, k * d, k, d);
      Operand<TFloat64> l = slice(parameters, k + 2 * k * d, k * triangle, k, triangle);
      Operand<TFloat64> diagonal = ops.math.exp(q);
      Operand<TFloat64> roots =
          ops.reshape(
              ops.math.add(
                  ops.linalg.matMul(diagonal, constant(diagonalPlaces(d))),
                  ops.linalg.matMul(l, constant(lowerPlaces(d)))),
              ops.constant(new int[] {k, d, d}));
      Operand<TFloat64> points =
          ops.expandDims(
              ops.linalg.transpose(constant(kernel.points), ops.constant(new int[] {1, 0})),
              ops.constant(0));
      Operand<TFloat64> residuals = ops.math.sub(points, ops.expandDims(mu, ops.constant(2)));
      Operand<TFloat64> products = ops.train.batchMatMul(roots, residuals, TFloat64.class);
      Operand<TFloat64> squares = sum(ops.math.square(products), 1);
      Operand<TFloat64> heads = ops.expandDims(ops.math.add(alpha, sum(q, 1)), ops.constant(1));
      Operand<TFloat64> terms = ops.math.sub(heads, ops.math.mul(ops.constant(0.5), squares));
      Operand<TFloat64> prior =
          ops.math.mul(
              ops.constant(0.5),
              ops.math.add(sum(ops.math.square(diagonal), 0, 1), sum(ops.math.square(l), 0, 1)));
      Operand<TFloat64> weights = ops.math.mul(ops.constant((double) n), logSumExp(alpha));
      return ops.math.sub(ops.math.sub(sum(logSumExp(terms), 0), weights), prior);
    }

    private Operand<TFloat64> slice(Operand<TFloat64> values, int from, int length, int... shape) {
      return ops.reshape(
          ops.slice(values, ops.constant(new int[] {from}), ops.constant(new int[] {length})),
          ops.constant(shape));
    }

    private Operand<TFloat64> sum(Operand<TFloat64> values, int... axes) {
      return ops.sum(values, ops.constant(axes));
    }

    /** Along the first axis. */
    private Operand<TFloat64> logSumExp(Operand<TFloat64> values) {
      Operand<TFloat64> largest = ops.stopGradient(ops.max(values, ops.constant(0)));
      Operand<TFloat64> shifted = ops.math.exp(ops.math.sub(values, largest));
      return ops.math.add(ops.math.log(sum(shifted, 0)), largest);
    }
  }

  /** PyTorch. */
  @Benchmark
  public double[] pyTorch(GmmBenchmark kernel, Torch torch) {
    return torch.gradient(torch::objective, kernel.x);
  }

  /** TensorFlow. */
  @Benchmark
  public double[] tensorFlow(GmmBenchmark kernel, Graph graph) {
    return graph.gradient(kernel.x);
  }
}
