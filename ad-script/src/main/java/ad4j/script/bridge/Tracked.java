package ad4j.script.bridge;

import ad4j.op.Real;

/**
 * A number that a script computes with while it is differentiated. To the script it is opaque: it
 * has no members, and a conversion to a primitive is refused.
 *
 * @param real what the engine knows of it
 */
public record Tracked(Real real) {
  /** The real as a script sees it: a constant is a plain number. */
  static Object of(Real real) {
    return real.level() == 0 ? (Object) real.primal() : new Tracked(real);
  }

  /** What a script handed over, as a real. */
  static Real real(Object x) {
    return x instanceof Tracked tracked ? tracked.real : Real.constant(((Number) x).doubleValue());
  }
}
