package ad4j.engine;

import ad4j.op.Real;

/** A function of any number of reals with any number of results. */
@FunctionalInterface
public interface RealFunction {
  /** The results at {@code x}; a new array. Must not keep {@code x} or what it computes of it. */
  Real[] apply(Real[] x);

  /** Where in the user's source it is while it runs. */
  default Positions positions() {
    return Positions.UNKNOWN;
  }

  /** This function with these positions. */
  default RealFunction at(Positions positions) {
    RealFunction self = this;
    return new RealFunction() {
      @Override
      public Real[] apply(Real[] x) {
        return self.apply(x);
      }

      @Override
      public Positions positions() {
        return positions;
      }
    };
  }
}
