package ad4j.program;

import java.util.HashMap;
import java.util.Map;

/** A pass over a Program and the routines that it calls, each of which it makes anew, once. */
final class Routines {
  /** Whether the arrays that a Program is given are distinct, as those of a routine need not be. */
  @FunctionalInterface
  interface Pass {
    Program apply(Program program, boolean distinct);
  }

  private final Pass pass;
  private final boolean keepsFailures;
  private final Map<Routine, Routine> done = new HashMap<>();

  private Routines(Pass pass, boolean keepsFailures) {
    this.pass = pass;
    this.keepsFailures = keepsFailures;
  }

  /** What the pass makes of a Program, which calls what it makes of the routines. */
  static Program each(Program program, Pass pass) {
    return new Routines(pass, false).of(program, true);
  }

  /** The same where the pass needs what nobody else does, because it may fail. */
  static Program keepingFailures(Program program, Pass pass) {
    return new Routines(pass, true).of(program, true);
  }

  private Program of(Program program, boolean distinct) {
    return pass.apply(program.calls() ? new Renewed(program).build() : program, distinct);
  }

  private Routine of(Routine routine) {
    Routine known = done.get(routine);
    if (known == null) {
      known = new Routine(routine.name(), routine.parameters(), routine.results());
      done.put(routine, known);
      known.define(of(routine.body(), false));
    }
    return known;
  }

  /** The same Program, calling the routines that the pass made. */
  private final class Renewed extends Copy {
    Renewed(Program program) {
      this(program, new ProgramBuilder(program.name(), program.results()));
    }

    private Renewed(Program program, ProgramBuilder builder) {
      super(program, builder, parameters(program, builder));
    }

    Program build() {
      run();
      return keepsFailures ? builder().buildKeepingFailures() : builder().build();
    }

    @Override
    protected Value instruction(Instruction instruction) {
      if (!(instruction.op() instanceof Op.Call(Routine routine))) {
        return super.instruction(instruction);
      }
      builder().origin(instruction.origin());
      Value[] given = copies(instruction.operands()).toArray(Value[]::new);
      return builder().append(new Op.Call(of(routine)), instruction.type(), given);
    }
  }
}
