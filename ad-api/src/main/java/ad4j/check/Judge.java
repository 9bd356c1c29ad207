package ad4j.check;

import ad4j.differences.Estimate;
import ad4j.differences.Slopes;

/** Compares a partial with the slopes that differences give. */
final class Judge {
  /** How far apart, relative to their size, two slopes may be that are said to agree. */
  static final double TOLERANCE = 1e-6;

  /** How many estimated errors a difference may be off. */
  private static final double ERRORS = 5;

  private final double analytic;
  private final double value;
  private final Slopes slopes;
  private final Estimate numeric;

  Judge(double analytic, double value, Slopes slopes) {
    this.analytic = analytic;
    this.value = value;
    this.slopes = slopes;
    numeric = slopes.best();
  }

  Judgement judgement() {
    if (!Double.isFinite(value)) {
      return new Judgement(Verdict.UNDEFINED, "the function is " + value + " here");
    }
    if (!numeric.exists()) {
      return new Judgement(Verdict.UNDEFINED, "the function is undefined on both sides");
    }
    if (slopes.kinked()) {
      return kink();
    }
    return Double.isFinite(analytic) ? compared() : notFinite();
  }

  private Judgement kink() {
    double left = slopes.left().slope();
    double right = slopes.right().slope();
    double mean = (left + right) / 2;
    double slack = TOLERANCE * Math.max(Math.abs(left), Math.abs(right));
    boolean between =
        analytic >= Math.min(left, right) - slack && analytic <= Math.max(left, right) + slack;
    String words = "kink, left slope " + left + ", right slope " + right;
    if (!between) {
      return new Judgement(Verdict.DISAGREES, words + ", the partial is not between them");
    }
    boolean isMean = Math.abs(analytic - mean) <= slack;
    return new Judgement(Verdict.KINK, words + (isMean ? ", the partial is their mean" : ""));
  }

  private Judgement notFinite() {
    return numeric.settled()
        ? new Judgement(Verdict.DISAGREES, "differences give " + differences())
        : new Judgement(Verdict.UNDEFINED, "differences grow without bound");
  }

  private Judgement compared() {
    double size = Math.max(Math.abs(analytic), Math.abs(numeric.slope()));
    double gap = Math.abs(analytic - numeric.slope());
    boolean agrees = gap <= TOLERANCE * size + ERRORS * numeric.error();
    if (numeric.settled()) {
      return new Judgement(
          agrees ? Verdict.AGREES : Verdict.DISAGREES, "differences give " + differences());
    }
    return slopes.growing()
        ? new Judgement(Verdict.UNDEFINED, "differences grow without bound")
        : new Judgement(Verdict.INCONCLUSIVE, "differences are too inexact: " + differences());
  }

  private String differences() {
    return numeric.slope() + " (error below " + numeric.error() + ")";
  }
}
