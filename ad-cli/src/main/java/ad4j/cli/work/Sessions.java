package ad4j.cli.work;

import ad4j.engine.Mode;
import ad4j.script.ScriptSession;
import java.nio.file.Path;
import java.util.List;

/** Opens script sessions. */
@FunctionalInterface
public interface Sessions {
  /** Opens a session in which scripts may read these folders, and those of the options. */
  ScriptSession open(List<Path> readable, Mode mode);
}
