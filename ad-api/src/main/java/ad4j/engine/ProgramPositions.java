package ad4j.engine;

import ad4j.error.Origin;
import ad4j.program.ProgramRun;
import org.jspecify.annotations.Nullable;

/**
 * Where in the user's source a Program is that is interpreted.
 *
 * @param run on reals
 */
public record ProgramPositions(ProgramRun run) implements Positions {
  @Override
  public int current() {
    return run.current();
  }

  @Override
  public @Nullable Origin origin(int position) {
    return run.origin(position);
  }
}
