package ad4j.cli.work;

import java.io.IOException;

/** What a command does. */
@FunctionalInterface
public interface Action {
  /**
   * Does it.
   *
   * @return an {@link ExitCode}
   */
  int run(Workbench bench) throws IOException;
}
