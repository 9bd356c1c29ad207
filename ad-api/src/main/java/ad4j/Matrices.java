package ad4j;

import ad4j.op.Real;
import java.util.Arrays;

/** Copies and conversions of matrices. */
final class Matrices {
  private Matrices() {}

  static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  static double[][] values(Real[][] rows) {
    return Arrays.stream(rows).map(Matrices::values).toArray(double[][]::new);
  }

  /** Derivatives as plain doubles; a negative zero becomes 0. */
  static double[] values(Real[] row) {
    double[] values = Real.values(row);
    for (int i = 0; i < values.length; i++) {
      values[i] += 0.0;
    }
    return values;
  }
}
