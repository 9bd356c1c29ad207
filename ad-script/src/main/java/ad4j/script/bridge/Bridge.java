package ad4j.script.bridge;

import ad4j.Differentiable;
import ad4j.Installation;
import ad4j.engine.Differentiator;
import ad4j.engine.Mode;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;

/**
 * What the parts of the bridge share in one session.
 *
 * @param installation operators and engines
 * @param mode the mode where none is asked for
 * @param interpreter the running script
 * @param places where operations stand
 * @param refusals what was refused
 * @param flat makes arrays of the script
 */
record Bridge(
    Installation installation,
    Mode mode,
    Interpreter interpreter,
    Places places,
    Refusals refusals,
    Flat flat) {

  /** The same with another usual mode. */
  Bridge in(Mode usual) {
    return new Bridge(installation, usual, interpreter, places, refusals, flat);
  }

  /** A script function from flat arrays to flat arrays, as one that can be differentiated. */
  Differentiable differentiable(Value function) {
    return new Differentiable(new ScriptCall(function, this), differentiator(mode));
  }

  /**
   * Runs what differentiates, and fails if something was refused within, even if that was caught.
   */
  <T> T differentiated(Supplier<T> action) {
    return interpreter.run(
        () -> {
          refusals.enter();
          places.enter(0);
          try {
            T result = action.get();
            refusals.check();
            return result;
          } finally {
            places.enter(0);
            refusals.leave();
          }
        });
  }

  Differentiator differentiator(Mode wanted) {
    return installation.differentiator().in(wanted);
  }

  /** The mode with this name; the usual one for an empty name. */
  Mode mode(String name) {
    return name.isEmpty() ? mode : Mode.valueOf(name);
  }
}
