package ad4j.program;

import ad4j.error.ProgramException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the values of a Program are in one run of it; an array may be null. */
final class Registers {
  private final @Nullable Object[] values;
  private final ProgramRun run;

  Registers(@Nullable Object[] values, ProgramRun run) {
    this.values = values;
    this.run = run;
  }

  ProgramRun run() {
    return run;
  }

  @Nullable Object anything(int register) {
    return values[register];
  }

  void anything(int register, @Nullable Object value) {
    values[register] = value;
  }

  /** A number or an array; that there is none fails as it does in Java. */
  Object some(int register) {
    return Objects.requireNonNull(values[register], "no array");
  }

  int integer(int register) {
    return some(register) instanceof Integer number ? number : wrong(register);
  }

  long integral(int register) {
    return some(register) instanceof Number number ? number.longValue() : wrong(register);
  }

  private int wrong(int register) {
    throw new ProgramException("not an integer: " + values[register]);
  }
}
