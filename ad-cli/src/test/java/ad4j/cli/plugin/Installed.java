package ad4j.cli.plugin;

import ad4j.Installation;
import ad4j.engine.Engine;
import ad4j.op.Operator;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where the modules are that this test runs with. */
final class Installed {
  private static final List<String> LIBRARIES =
      List.of("ad-ops-std", "commons-numbers", "jspecify");

  private Installed() {}

  /** The api, the standard operators, the libraries of both, and the engines. */
  static String modulePath() {
    Set<String> places = new LinkedHashSet<>();
    places.add(place(Operator.class));
    for (Engine engine : Installation.standard().engines().all()) {
      places.add(place(engine.getClass()));
    }
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> LIBRARIES.stream().anyMatch(entry::contains))
        .forEach(places::add);
    return String.join(File.pathSeparator, places);
  }

  /** The file or folder that a class was loaded from. */
  static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
