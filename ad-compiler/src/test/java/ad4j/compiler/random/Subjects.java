package ad4j.compiler.random;

import ad4j.engine.Mode;
import java.util.List;

/** What random programs are run on. Differences of the method itself are always there. */
final class Subjects {
  /** Everything, on every program. */
  static final List<Subject> ALL =
      List.of(
          new ReadPrograms.Interpreted(),
          new ReadPrograms.Written(),
          new ProgramSubject(Running.INTERPRETED),
          new ProgramSubject(Running.COMPILED),
          new ProgramSubject(Running.FAST),
          new PushedForward(Running.INTERPRETED, 1),
          new PushedForward(Running.COMPILED, 3),
          new ReadPrograms.OnReals(Mode.REVERSE),
          new ReadPrograms.OnReals(Mode.FORWARD),
          new HessianProduct(Running.INTERPRETED),
          new HessianProduct(Running.COMPILED),
          new Specialized(),
          new Hessian());

  /** Everything, what is costly on some programs only. */
  static final List<Subject> QUICK =
      List.of(
          new ReadPrograms.Interpreted(),
          new ReadPrograms.Written(),
          new Every(3, 0, new ProgramSubject(Running.INTERPRETED)),
          new Every(3, 1, new ProgramSubject(Running.COMPILED)),
          new Every(3, 2, new ProgramSubject(Running.FAST)),
          new Every(2, 0, new PushedForward(Running.INTERPRETED, 1)),
          new Every(4, 1, new PushedForward(Running.COMPILED, 3)),
          new Every(2, 1, new ReadPrograms.OnReals(Mode.REVERSE)),
          new Every(12, 0, new HessianProduct(Running.INTERPRETED)),
          new Every(12, 6, new HessianProduct(Running.COMPILED)),
          new Specialized(),
          new Every(6, 1, new Hessian()));

  /** For runs that only look at the programs themselves. */
  static final List<Subject> NONE = List.of();

  private Subjects() {}
}
