package ad4j;

import ad4j.program.Kernel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Second derivatives of Java code by kernels. As in {@link CompiledCalls}, the answer is null where
 * there is no kernel, or where a derivative comes out as NaN.
 */
final class CompiledHessian {
  private final CompiledCalls calls;
  private final Compiled compiled;

  /** The directions of the inputs where they are few, never changed; or none yet. */
  private volatile double[][] units = {};

  CompiledHessian(CompiledCalls calls, Compiled compiled) {
    this.calls = calls;
    this.compiled = compiled;
  }

  /** The Hessian times a direction alone. */
  double @Nullable [] product(double[] x, double[] direction) {
    Kernel kernel = compiled.product().kernel();
    if (kernel == null) {
      return null;
    }
    double[] product = new double[x.length];
    Double done =
        calls.run(x, point -> kernel.run(point, product, calls.apart(direction), calls.bound()));
    return done == null || Matrices.hasNaN(product) ? null : Matrices.unsigned(product);
  }

  @Nullable ValueGradientProduct valueAndProduct(double[] x, double[] direction) {
    Kernel kernel = compiled.valueAndProduct().kernel();
    if (kernel == null) {
      return null;
    }
    double[] gradient = new double[x.length];
    double[] product = new double[x.length];
    Object[] bound = calls.bound();
    Object[] rest = new Object[1 + bound.length];
    rest[0] = calls.apart(direction);
    System.arraycopy(bound, 0, rest, 1, bound.length);
    Double value = calls.run(x, point -> kernel.run(point, gradient, product, rest));
    return value == null || Matrices.hasNaN(gradient) || Matrices.hasNaN(product)
        ? null
        : new ValueGradientProduct(value, Matrices.unsigned(gradient), Matrices.unsigned(product));
  }

  /** The Hessian. */
  double @Nullable [][] hessian(double[] x) {
    boolean isFew = x.length > 0 && x.length <= Compiled.FEW;
    Kernel kernel = isFew ? compiled.hessian(x.length).kernel() : null;
    return kernel == null ? byColumns(x) : atOnce(x, kernel);
  }

  private double @Nullable [][] atOnce(double[] x, Kernel kernel) {
    int n = x.length;
    Object[] bound = calls.bound();
    Object[] rest = new Object[n - 1 + bound.length];
    double[][] rows = new double[n][];
    rows[0] = new double[n];
    for (int i = 1; i < n; i++) {
      rows[i] = new double[n];
      rest[i - 1] = rows[i];
    }
    System.arraycopy(bound, 0, rest, n - 1, bound.length);
    Double sum = calls.run(x, point -> kernel.run(point, rows[0], rest));
    return sum == null || sum.isNaN() ? null : rows;
  }

  /** The Hessian: several columns a pass. */
  private double @Nullable [][] byColumns(double[] x) {
    int n = x.length;
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = new double[n];
    }
    double[][] directions = n <= Compiled.FEW ? units(n) : new double[Compiled.LANES][n];
    for (int pass = 0; pass < Compiled.passes(n); pass++) {
      int from = Compiled.from(n, pass);
      int count = Compiled.from(n, pass + 1) - from;
      Compiled.Derivative columns =
          compiled.hasColumns() ? compiled.columns(pass) : compiled.products(count);
      Kernel kernel = columns.kernel();
      if (kernel == null) {
        return null;
      }
      Object[] given = given(rows, from, count);
      if (!compiled.hasColumns()) {
        int place = given.length - 2 * count;
        System.arraycopy(directions, n <= Compiled.FEW ? from : 0, given, place, count);
      }
      if (n > Compiled.FEW) {
        point(directions, from, count, 1);
      }
      Double done =
          calls.run(
              x,
              point -> {
                given[0] = point;
                kernel.run(given);
                return 0;
              });
      if (done == null) {
        return null;
      }
      if (n > Compiled.FEW) {
        point(directions, from, count, 0);
      }
    }
    return n == 0 || !symmetric(rows) ? null : rows;
  }

  /** The arguments for these columns, but for the point and the directions. */
  private Object[] given(double[][] rows, int from, int count) {
    int directions = compiled.hasColumns() ? 0 : count;
    Object[] bound = calls.bound();
    Object[] given = new Object[1 + bound.length + directions + count];
    System.arraycopy(bound, 0, given, 1, bound.length);
    System.arraycopy(rows, from, given, 1 + bound.length + directions, count);
    return given;
  }

  private double[][] units(int n) {
    double[][] known = units;
    if (known.length != n) {
      known = new double[n][n];
      for (int i = 0; i < n; i++) {
        known[i][i] = 1;
      }
      units = known;
    }
    return known;
  }

  private static void point(double[][] directions, int from, int count, double component) {
    for (int k = 0; k < count; k++) {
      directions[k][from + k] = component;
    }
  }

  /**
   * Both halves of a Hessian are computed, with roundings of their own: their mean is both.
   *
   * @return whether there is no NaN
   */
  private static boolean symmetric(double[][] rows) {
    double total = 0;
    for (int i = 0; i < rows.length; i++) {
      double[] row = rows[i];
      row[i] += 0.0;
      double sum = row[i];
      for (int j = 0; j < i; j++) {
        double mean = 0.5 * row[j] + 0.5 * rows[j][i] + 0.0;
        row[j] = mean;
        rows[j][i] = mean;
        sum += mean;
      }
      total += sum;
    }
    return !Double.isNaN(total)
        || Arrays.stream(rows).flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN);
  }
}
