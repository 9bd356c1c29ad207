package ad4j.check;

/** What comparing a partial with finite differences shows. */
public enum Verdict {
  /** Both modes and the differences give the same. */
  AGREES,
  /** The slopes to the left and to the right differ; the partial lies between them. */
  KINK,
  /** The differences are too inexact to tell. */
  INCONCLUSIVE,
  /** There is no slope to compare with: the function jumps, is steep without bound, or is NaN. */
  UNDEFINED,
  /** The partial is wrong, or the modes contradict each other. */
  DISAGREES
}
