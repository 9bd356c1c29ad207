import org.jspecify.annotations.NullMarked;

/** The forward engine: dual numbers that carry several directions, and Taylor series. */
@NullMarked
module ad4j.forward {
  requires ad4j.api;
  requires static org.jspecify;

  provides ad4j.engine.Engine with
      ad4j.forward.DualEngine;
}
