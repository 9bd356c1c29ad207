package ad4j.differences;

/**
 * A slope by finite differences.
 *
 * @param slope the slope; NaN if there is none
 * @param error how far it may be off; infinite if there is none
 * @param usual what is not small beside this is no small error
 */
public record Estimate(double slope, double error, double usual) {
  /** An error that is none, even where all results are 0. */
  private static final double NOTHING = 1e-300;

  static final Estimate NONE = new Estimate(Double.NaN, Double.POSITIVE_INFINITY, 0);

  /** Whether there is one. */
  public boolean exists() {
    return !Double.isNaN(slope);
  }

  /** Whether the error is small beside the slope, or beside what slopes are usually here. */
  public boolean settled() {
    return exists() && error <= 1e-3 * Math.max(Math.abs(slope), usual) + NOTHING;
  }
}
