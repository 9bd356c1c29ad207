package ad4j;

import ad4j.op.Real;
import java.io.Serializable;

/** A function of several variables, written on {@link Real}. */
@FunctionalInterface
public interface RealsToReal extends Serializable {
  /** The result at {@code x}. */
  Real at(Real[] x);
}
