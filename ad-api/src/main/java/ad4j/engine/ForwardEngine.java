package ad4j.engine;

import ad4j.error.NotDifferentiableException;
import ad4j.op.Real;
import ad4j.program.Program;
import java.util.List;

/** Propagates tangents along with the values. */
public non-sealed interface ForwardEngine extends Engine {
  /**
   * Runs {@code f} once at {@code x} and pushes all {@code directions} through it.
   *
   * @param x constants, or reals of enclosing differentiations
   * @param directions any number of tangents, each as long as {@code x}
   */
  Pushforward pushforward(RealFunction f, Real[] x, Real[][] directions);

  /**
   * The Taylor coefficients of {@code t -> f(x + t * direction)} at 0: result {@code [k][i]} is the
   * coefficient of {@code t^k} of output {@code i}, for {@code k} from 0 to {@code order}. By
   * nesting pushforwards, unless the engine knows better: cost 2^order.
   */
  default Real[][] taylor(RealFunction f, Real[] x, Real[] direction, int order) {
    return Nested.taylor(this, f, x, direction, order);
  }

  /**
   * The pushforward of a Program as a Program: its parameters, and then for each active one {@code
   * lanes} tangents of the same type; its results, and then for each that is a double or an array
   * of doubles {@code lanes} tangents.
   *
   * @param active the numbers of parameters that are doubles or arrays of them
   * @throws NotDifferentiableException if this engine does not transform Programs, or not this one
   */
  default Program pushforward(Program program, List<Integer> active, int lanes) {
    throw new NotDifferentiableException(
        "engine '" + name() + "' does not transform Programs", "use the engine 'forward'");
  }
}
