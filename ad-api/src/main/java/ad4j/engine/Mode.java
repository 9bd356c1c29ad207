package ad4j.engine;

/** Which way derivatives are propagated. */
public enum Mode {
  /** Tangents, from the inputs on: one pass an input, several carried at once. */
  FORWARD,
  /** Adjoints, from the results back: one pass a result. */
  REVERSE,
  /** Whichever takes fewer passes. */
  AUTO
}
