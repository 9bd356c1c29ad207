package ad4j;

import ad4j.op.Real;
import java.io.Serializable;

/** A function of several variables with several results, written on {@link Real}. */
@FunctionalInterface
public interface RealsToReals extends Serializable {
  /** The results at {@code x}; a new array. */
  Real[] at(Real[] x);
}
