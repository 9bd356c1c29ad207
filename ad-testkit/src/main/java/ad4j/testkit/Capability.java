package ad4j.testkit;

/** What an engine may lack, provided that it says so and refuses instead of guessing. */
public enum Capability {
  /** Differentiates functions that differentiate: nested derivatives, Hessians, higher orders. */
  NESTING,
  /** Keeps an execution as a {@link ad4j.engine.Recording} that can be seen and run again. */
  RECORDING,
  /** Bears a million operations. */
  SIZE
}
