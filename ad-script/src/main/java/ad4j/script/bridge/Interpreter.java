package ad4j.script.bridge;

import ad4j.error.Origin;
import java.util.function.Supplier;
import org.graalvm.polyglot.SourceSection;
import org.jspecify.annotations.Nullable;

/** The running script, as the bridge needs it. */
public interface Interpreter {
  /**
   * Runs something that calls into the script: one thread at a time, under the time limit, with
   * failures made those of the user's source. Within itself it only runs it.
   */
  <T> T run(Supplier<T> action);

  /** Where the script is now, taken from its stack; null if unknown. Not cheap. */
  @Nullable Origin here();

  /** What was written at a place of what is evaluated; null if unknown. */
  @Nullable String written(@Nullable SourceSection section);
}
