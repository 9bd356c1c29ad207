package ad4j.compiler.random;

import java.util.List;

/** What random programs are run on. */
final class Subjects {
  static final List<Subject> ALL = List.of(new FiniteDifferences());

  /** For runs that only look at the programs themselves. */
  static final List<Subject> NONE = List.of();

  private Subjects() {}
}
