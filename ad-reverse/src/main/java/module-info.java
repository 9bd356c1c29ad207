import org.jspecify.annotations.NullMarked;

/** The reverse engine: one execution recorded on a tape, and the sweep back over it. */
@NullMarked
module ad4j.reverse {
  requires ad4j.api;
  requires static org.jspecify;

  provides ad4j.engine.Engine with
      ad4j.reverse.TapeEngine;
}
