package ad4j.program;

/**
 * A Program as machine code in the making: a class that the JVM loads and compiles. Thread-safe.
 */
public interface Kernel {
  /**
   * Runs the Program.
   *
   * @param arguments one for each parameter: a {@link Double}, {@link Integer}, {@link Long}, or an
   *     array
   * @return its results, in the same form
   */
  Object[] run(Object... arguments);

  /**
   * Runs a Program whose first two parameters are {@code double[]}, without boxing them.
   *
   * @param rest its further arguments
   * @return its result if it is one double, else 0
   */
  double run(double[] x, double[] y, Object[] rest);

  /** The same for a Program whose first three parameters are {@code double[]}. */
  double run(double[] x, double[] y, double[] z, Object[] rest);
}
