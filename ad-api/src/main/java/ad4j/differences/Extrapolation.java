package ad4j.differences;

import java.util.ArrayList;
import java.util.List;

/**
 * The limit of difference quotients as the step goes to 0, after Richardson and Neville, with the
 * choice of Ridders: the entry of the tableau that differs little from its neighbours. C. Ridders,
 * <i>Advances in Engineering Software</i> 4 (1982).
 */
final class Extrapolation {
  private static final int COLUMNS = 6;

  private final int order;
  private final List<Double> steps = new ArrayList<>();
  private double[] previous = {};
  private double slope = Double.NaN;
  private double error = Double.POSITIVE_INFINITY;
  private double score = Double.POSITIVE_INFINITY;

  /** For quotients whose error is a series in {@code step^order}; the order is 1 or 2. */
  Extrapolation(int order) {
    this.order = order;
  }

  /** The next quotient has nothing to do with those before. */
  void restart() {
    previous = new double[0];
    steps.clear();
  }

  /**
   * Adds the quotient of the next, smaller step.
   *
   * @param size the size of slopes at this step
   * @param rounding how far rounding may have moved the quotient
   */
  void add(double step, double quotient, double size, double rounding) {
    if (!Double.isFinite(quotient)) {
      restart();
      return;
    }
    steps.add(step);
    double[] row = new double[Math.min(COLUMNS, previous.length + 1)];
    row[0] = quotient;
    for (int j = 1; j < row.length; j++) {
      double ratio = steps.get(steps.size() - 1 - j) / step;
      double weight = (order == 1 ? ratio : ratio * ratio) - 1;
      row[j] = row[j - 1] + (row[j - 1] - previous[j - 1]) / weight;
      if (j < previous.length) {
        consider(row[j], spread(row, j) + rounding, size);
      }
    }
    previous = row;
  }

  private double spread(double[] row, int j) {
    double byOrder = Math.abs(row[j] - row[j - 1]);
    double byStep = Math.abs(row[j] - previous[j]);
    return Math.max(Math.max(byOrder, byStep), Math.abs(row[j] - previous[j - 1]));
  }

  /** Between a small error of a slope and a small error beside its size, the middle is best. */
  private void consider(double candidate, double candidateError, double size) {
    double scale = Math.max(Math.abs(candidate), size);
    double candidateScore = scale == 0 ? candidateError : candidateError * (candidateError / scale);
    if (candidateScore < score) {
      slope = candidate;
      error = candidateError;
      score = candidateScore;
    }
  }

  /** The limit, which counts as known if its error is small beside {@code usual}. */
  Estimate best(double usual) {
    return Double.isNaN(slope) ? Estimate.NONE : new Estimate(slope, error, usual);
  }
}
