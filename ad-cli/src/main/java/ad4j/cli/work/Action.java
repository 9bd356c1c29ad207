package ad4j.cli.work;

import java.io.IOException;

/** What a command does. */
public interface Action {
  /**
   * Does it.
   *
   * @return an {@link ExitCode}
   */
  int run(Workbench bench) throws IOException;

  /** Whether it goes on until the user ends it; then a time limit is for each of its steps. */
  default boolean endless() {
    return false;
  }
}
