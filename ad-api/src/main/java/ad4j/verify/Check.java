package ad4j.verify;

/** Examines an operator in one respect. */
@FunctionalInterface
interface Check {
  /** Adds what is wrong to {@code findings}; may throw what the operator throws. */
  void examine(Subject subject, Findings findings);
}
