package ad4j.engine;

import ad4j.error.ConfigurationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The engines at hand, in order of preference. Immutable. */
public final class Engines {
  private final List<Engine> all;

  /**
   * Keeps these engines.
   *
   * @throws ConfigurationException where two have the same name
   */
  public Engines(Collection<? extends Engine> engines) {
    all = List.copyOf(engines);
    List<String> problems = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Engine engine : all) {
      if (!names.add(engine.name())) {
        problems.add("engine '" + engine.name() + "' is provided twice");
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
  }

  /** All engines, the preferred first. */
  public List<Engine> all() {
    return all;
  }

  /** These engines with the named one preferred over others of its kind. */
  public Engines preferring(String name) {
    List<Engine> ordered = new ArrayList<>(all);
    Engine first =
        all.stream()
            .filter(engine -> engine.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new ConfigurationException(List.of(unknown(name))));
    ordered.remove(first);
    ordered.addFirst(first);
    return new Engines(ordered);
  }

  /** The preferred forward engine. */
  public ForwardEngine forward() {
    for (Engine engine : all) {
      if (engine instanceof ForwardEngine forward) {
        return forward;
      }
    }
    throw none("forward");
  }

  /** The preferred reverse engine. */
  public ReverseEngine reverse() {
    for (Engine engine : all) {
      if (engine instanceof ReverseEngine reverse) {
        return reverse;
      }
    }
    throw none("reverse");
  }

  Engine first() {
    return all.isEmpty() ? forward() : all.getFirst();
  }

  boolean has(Class<? extends Engine> kind) {
    return all.stream().anyMatch(kind::isInstance);
  }

  private String unknown(String name) {
    return "no engine '" + name + "'; there are " + all.stream().map(Engine::name).toList();
  }

  private static ConfigurationException none(String kind) {
    return new ConfigurationException(
        List.of("no " + kind + " engine is installed; put ad-" + kind + " on the path"));
  }
}
