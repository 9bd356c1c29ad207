package ad4j.testkit;

import java.util.Set;
import org.junit.jupiter.api.function.Executable;

/**
 * One thing that engines are tried at.
 *
 * @param name what is expected, as a sentence with the point and the mode
 * @param needs what the engine must be capable of
 * @param body throws an assertion error if it is not so
 */
record EngineCase(String name, Set<Capability> needs, Executable body) {
  /** Copies the set. */
  EngineCase {
    needs = Set.copyOf(needs);
  }

  EngineCase(String name, Executable body) {
    this(name, Set.of(), body);
  }

  /** A case that needs nesting. */
  static EngineCase nested(String name, Executable body) {
    return new EngineCase(name, Set.of(Capability.NESTING), body);
  }
}
