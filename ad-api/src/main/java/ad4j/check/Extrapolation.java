package ad4j.check;

/**
 * The limit of difference quotients as the step is halved again and again, after Richardson, with
 * the choice of Ridders: the entry of the tableau that differs least from its neighbours. C. Ridders,
 * <i>Advances in Engineering Software</i> 4 (1982).
 */
final class Extrapolation {
  private static final int COLUMNS = 6;

  private final int order;
  private double[] previous = {};
  private double slope = Double.NaN;
  private double error = Double.POSITIVE_INFINITY;

  /** For quotients whose error is a series in {@code step^order}. */
  Extrapolation(int order) {
    this.order = order;
  }

  /** The next quotient is of a step that is not half the last one. */
  void restart() {
    previous = new double[0];
  }

  /** Adds the quotient of the next step, and how far rounding may have moved it. */
  void add(double quotient, double rounding) {
    if (!Double.isFinite(quotient)) {
      restart();
      return;
    }
    double[] row = new double[Math.min(COLUMNS, previous.length + 1)];
    row[0] = quotient;
    for (int j = 1; j < row.length; j++) {
      double weight = Math.scalb(1.0, order * j) - 1;
      row[j] = row[j - 1] + (row[j - 1] - previous[j - 1]) / weight;
      if (j < previous.length) {
        consider(row[j], spread(row, j) + rounding);
      }
    }
    previous = row;
  }

  private double spread(double[] row, int j) {
    double byOrder = Math.abs(row[j] - row[j - 1]);
    double byStep = Math.abs(row[j] - previous[j]);
    return Math.max(Math.max(byOrder, byStep), Math.abs(row[j] - previous[j - 1]));
  }

  private void consider(double candidate, double candidateError) {
    if (candidateError < error) {
      slope = candidate;
      error = candidateError;
    }
  }

  /** The limit, which counts as known if its error is small beside {@code usual}. */
  Estimate best(double usual) {
    return Double.isNaN(slope) ? Estimate.NONE : new Estimate(slope, error, usual);
  }
}
