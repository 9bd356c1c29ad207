package ad4j;

import ad4j.op.Real;
import java.util.Arrays;

/** Copies and conversions of matrices. */
final class Matrices {
  private Matrices() {}

  static double[][] copy(double[][] rows) {
    double[][] copies = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      copies[i] = rows[i].clone();
    }
    return copies;
  }

  static double[][] values(Real[][] rows) {
    return Arrays.stream(rows).map(Matrices::values).toArray(double[][]::new);
  }

  /** Derivatives as plain doubles; a negative zero becomes 0. */
  static double[] values(Real[] row) {
    return unsigned(Real.values(row));
  }

  /** These derivatives, where a negative zero becomes 0. */
  static double[] unsigned(double[] row) {
    for (int i = 0; i < row.length; i++) {
      row[i] += 0.0;
    }
    return row;
  }

  /** Whether there is a NaN: then derivatives have to be made the exact way. */
  static boolean hasNaN(double[] derivatives) {
    double sum = 0;
    int i = 0;
    for (; i + 7 < derivatives.length; i += 8) {
      sum +=
          ((derivatives[i] + derivatives[i + 1]) + (derivatives[i + 2] + derivatives[i + 3]))
              + ((derivatives[i + 4] + derivatives[i + 5])
                  + (derivatives[i + 6] + derivatives[i + 7]));
    }
    for (; i < derivatives.length; i++) {
      sum += derivatives[i];
    }
    return Double.isNaN(sum) && Arrays.stream(derivatives).anyMatch(Double::isNaN);
  }
}
