package ad4j.cli.work;

import ad4j.Installation;
import ad4j.cli.input.UsageException;
import ad4j.engine.Engine;
import ad4j.engine.ForwardEngine;
import ad4j.engine.Mode;
import ad4j.engine.ReverseEngine;
import ad4j.op.Operators.Spelling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operators and engines as the options ask for them; looked for when first needed. */
public final class Installed {
  private final Options options;
  private @Nullable Installation found;

  /** Will look where these options say. */
  public Installed(Options options) {
    this.options = options;
  }

  /**
   * What is installed, the engine that was asked for before others.
   *
   * @throws ad4j.error.ConfigurationException with every problem
   * @throws UsageException if there is no such engine
   */
  public synchronized Installation installation() {
    Installation installation = found;
    if (installation == null) {
      installation = preferring(new PluginPath(options.pluginPath()).installation());
      found = installation;
    }
    return installation;
  }

  private Installation preferring(Installation all) {
    String name = options.engine();
    return name == null
        ? all
        : new Installation(
            all.operators(),
            all.engines().preferring(engine(all, name).name()),
            all.readers(),
            all.compilers());
  }

  /** An engine that is asked for by name decides the mode, unless that is asked for too. */
  public Mode mode(Mode asked) {
    String name = options.engine();
    if (name == null || asked != Mode.AUTO) {
      return asked;
    }
    return switch (engine(installation(), name)) {
      case ForwardEngine forward -> Mode.FORWARD;
      case ReverseEngine reverse -> Mode.REVERSE;
    };
  }

  private static Engine engine(Installation installation, String name) {
    List<Engine> engines = installation.engines().all();
    for (Engine engine : engines) {
      if (engine.name().equals(name)) {
        return engine;
      }
    }
    List<String> names = engines.stream().map(Engine::name).toList();
    List<String> near = Spelling.near(name, names, 3);
    throw new UsageException(
        "no engine '" + name + "'",
        near.isEmpty()
            ? "there are " + String.join(", ", names)
            : "did you mean '" + String.join("' or '", near) + "'?");
  }
}
