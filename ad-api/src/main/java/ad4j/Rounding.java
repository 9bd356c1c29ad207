package ad4j;

import ad4j.program.Program;
import ad4j.program.ProgramCompiler;
import ad4j.program.Reassociate;
import ad4j.program.Simplify;

/** In which order compiled code adds up what loops sum. */
public enum Rounding {
  /** In the order of the source: values are those of the method itself, bit for bit. */
  STRICT,
  /**
   * Several terms at a time, so that one need not wait for the other: values and derivatives differ
   * from those of {@link #STRICT} by rounding. A sum whose terms come near the largest doubles may
   * overflow in one order and not in the other. A failing access to an array whose element nobody
   * needs may be left out.
   */
  FAST;

  /** A Program as it is compiled. */
  Program of(Program program) {
    return this == STRICT ? program : Simplify.simplify(Reassociate.of(program));
  }

  /** The same compiler, for Programs with this rounding. */
  ProgramCompiler of(ProgramCompiler compiler) {
    return this == STRICT ? compiler : program -> compiler.compile(of(program));
  }
}
