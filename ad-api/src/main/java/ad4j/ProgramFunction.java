package ad4j;

import ad4j.engine.Positions;
import ad4j.engine.ProgramPositions;
import ad4j.engine.RealFunction;
import ad4j.op.Real;
import ad4j.program.Interpreter;
import ad4j.program.ProgramRun;
import ad4j.program.Raised;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Program as a function on reals, interpreted: for one call, in one thread. */
final class ProgramFunction implements RealFunction {
  private final VectorProgram source;
  private final ProgramRun run;
  private final Sharing sharing;

  ProgramFunction(VectorProgram source, Interpreter interpreter, Sharing sharing) {
    this.source = source;
    this.sharing = sharing;
    this.run = interpreter.onReals();
  }

  @Override
  @SuppressWarnings("NullAway") // arguments of the user's may be null
  public Real[] apply(Real[] x) {
    List<@Nullable Object> bound = source.bound();
    sharing.requireDistinct(bound, 1);
    Object[] arguments = new Object[bound.size() + 1];
    arguments[0] = x.clone();
    for (int i = 0; i < bound.size(); i++) {
      arguments[i + 1] = onReals(bound.get(i));
    }
    try {
      Object result = run.apply(arguments)[0];
      return result instanceof Real number ? new Real[] {number} : (Real[]) result;
    } catch (Raised raised) {
      throw source.original().exception(Real.values(x), raised);
    } catch (RuntimeException e) {
      if (InterpretedMethod.isOfJava(e)) {
        Raised raised = new Raised(e.toString(), run.origin(run.current()));
        throw source.original().exception(Real.values(x), raised);
      }
      throw e;
    }
  }

  @Override
  public Positions positions() {
    return new ProgramPositions(run);
  }

  /** Doubles as constants; all else as it is. */
  static @Nullable Object onReals(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Double number -> Real.constant(number);
      default ->
          Leaves.isOfDoubles(value.getClass()) ? Leaves.reals(value, Real::constant, true) : value;
    };
  }
}
