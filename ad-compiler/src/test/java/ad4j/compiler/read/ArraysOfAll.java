package ad4j.compiler.read;

import java.util.Arrays;
import java.util.Objects;

/** Methods on arrays. */
final class ArraysOfAll {
  private ArraysOfAll() {}

  static void scale(double[] x, double factor) {
    for (int i = 0; i < x.length; i++) {
      x[i] *= factor;
    }
  }

  static double[] cumulated(double[] x) {
    double[] y = new double[x.length + 1];
    for (int i = 0; i < x.length; i++) {
      y[i + 1] = y[i] + x[i];
    }
    return y;
  }

  static double matrix(double[][] a, double[] x) {
    double sum = 0;
    for (double[] row : a) {
      for (int j = 0; j < Math.min(row.length, x.length); j++) {
        sum += row[j] * x[j];
      }
    }
    return sum;
  }

  static double[][] product(double[][] a) {
    int n = a.length;
    double[][] b = new double[n][n];
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = a[i].clone();
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < Math.min(a[i].length, n); k++) {
          b[i][j] += rows[i][k] * (i + j);
        }
      }
    }
    return b;
  }

  static double cube(int n) {
    double[][][] c = new double[(n & 7) + 3][2][3];
    c[1][1][2] = 4;
    c[0] = c[1];
    return c[0][1][2] + c[2][0].length + c.length;
  }

  static int kinds(int[] x, int n) {
    int[] a = {3, 1, 2};
    long[] b = new long[3];
    boolean[] c = new boolean[4];
    int[][] d = {{1, 2}, {3}};
    b[1] = 1L << 40;
    c[2] = n > 1;
    for (int i = 0; i < x.length; i++) {
      a[i % 3] += x[i];
    }
    return a[0] * a[1] + (int) (b[1] >> 38) + (c[2] ? 10 : 20) + d[1][0] + d.length;
  }

  static double copies(double[] x) {
    double[] a = Arrays.copyOf(x, x.length + 1);
    double[] b = Arrays.copyOf(x, 1);
    double[] c = Arrays.copyOfRange(x, 1, 3);
    double[] d = x.clone();
    d[0] = 10;
    System.arraycopy(x, 0, a, 1, 2);
    Arrays.fill(c, 1, 2, 5);
    double[] e = new double[3];
    Arrays.fill(e, 2.5);
    return a[1] + 2 * b[0] + 3 * c[0] + 4 * c[1] + 5 * d[0] + 6 * x[0] + e[2];
  }

  static boolean same(double[] x, double[] y) {
    double[] z = x.length > 2 ? x : y;
    return z == x || y == null;
  }

  static double outOfBounds(double[] x, int i) {
    return x[i];
  }

  static double negativeLength(int n) {
    return new double[n].length;
  }

  static double checkedIndex(double[] x, int i) {
    double[] y = Objects.requireNonNull(x, "no x");
    return y[Objects.checkIndex(i, y.length)];
  }

  static double chosen(boolean first, double[] x, double[] y) {
    (first ? x : y)[0] += 3;
    return x[0] * y[0];
  }
}
