package ad4j.engine;

import ad4j.error.NotDifferentiableException;
import ad4j.op.Real;
import ad4j.program.Program;
import java.util.List;

/** Propagates adjoints backwards from the results. */
public non-sealed interface ReverseEngine extends Engine {
  /**
   * Runs {@code f} once at {@code x} and keeps what pulling adjoints back needs.
   *
   * @param x constants, or reals of enclosing differentiations
   */
  Pullback pullback(RealFunction f, Real[] x);

  /**
   * The same at plain doubles; an engine that keeps doubles overrides it, so that none is boxed.
   */
  default Pullback pullback(RealFunction f, double[] x) {
    return pullback(f, Real.constants(x));
  }

  /**
   * The pullback of a Program as a Program: its parameters; then a shadow for each input that is an
   * array, to which adjoints are added; then a seed for each result that is a double or an array of
   * doubles. It returns the results, if {@code withValues}, and then the adjoint of each input that
   * is a double.
   *
   * @param inputs the numbers of parameters that are doubles or arrays of them
   * @throws NotDifferentiableException if this engine does not transform Programs, or not this one
   */
  default Program pullback(Program program, List<Integer> inputs, boolean withValues) {
    throw new NotDifferentiableException(
        "engine '" + name() + "' does not transform Programs", "use the engine 'reverse'");
  }
}
