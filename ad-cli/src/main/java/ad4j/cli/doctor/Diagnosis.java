package ad4j.cli.doctor;

import ad4j.Installation;
import ad4j.cli.input.UsageException;
import ad4j.cli.work.Workbench;
import ad4j.engine.Engine;
import ad4j.engine.ForwardEngine;
import ad4j.engine.ReverseEngine;
import ad4j.error.AdException;
import ad4j.error.ConfigurationException;
import ad4j.op.Operator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks at every part of the installation. */
public final class Diagnosis {
  private static final int OLDEST_JDK = 25;

  private final Workbench bench;
  private final String version;
  private final List<Symptom> symptoms = new ArrayList<>();

  /** Will look at the installation of this workbench. */
  public Diagnosis(Workbench bench, String version) {
    this.bench = bench;
    this.version = version;
  }

  /** What it found, each part once or more often. */
  public List<Symptom> symptoms() {
    symptoms.clear();
    symptoms.add(Symptom.ok("ad4j", version));
    jdk();
    if (installation()) {
      script();
    }
    startUp();
    terminal();
    return List.copyOf(symptoms);
  }

  private void jdk() {
    int feature = Runtime.version().feature();
    String detail =
        Runtime.version()
            + ", "
            + System.getProperty("java.vendor")
            + ", "
            + System.getProperty("java.home");
    symptoms.add(
        feature < OLDEST_JDK
            ? Symptom.broken("JDK", detail + "; JDK 25 or newer is needed")
            : Symptom.ok("JDK", detail));
  }

  private boolean installation() {
    try {
      Installation installation = bench.installation();
      engines(installation.engines().all());
      providers(installation);
      compiler(installation);
      return true;
    } catch (ConfigurationException e) {
      e.problems().forEach(problem -> symptoms.add(Symptom.broken("plugins", problem)));
    } catch (UsageException e) {
      symptoms.add(Symptom.broken("engines", e.what()));
    }
    return false;
  }

  private void engines(List<Engine> engines) {
    for (Engine engine : engines) {
      symptoms.add(Symptom.ok("engine", engine.name() + ": " + engine.doc()));
    }
    if (engines.stream().noneMatch(ForwardEngine.class::isInstance)) {
      symptoms.add(Symptom.broken("engine", "no forward engine is installed"));
    }
    if (engines.stream().noneMatch(ReverseEngine.class::isInstance)) {
      symptoms.add(Symptom.broken("engine", "no reverse engine is installed"));
    }
  }

  private void providers(Installation installation) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Operator operator : installation.operators().all()) {
      counts.merge(installation.operators().provider(operator.name()), 1, Integer::sum);
    }
    counts.forEach(
        (provider, count) ->
            symptoms.add(Symptom.ok("operators", count + " of provider '" + provider + "'")));
  }

  private void compiler(Installation installation) {
    boolean there = !installation.readers().isEmpty() && !installation.compilers().isEmpty();
    symptoms.add(
        there
            ? Symptom.ok("Java methods", "read from class files, compiled to bytecode")
            : Symptom.broken("Java methods", "ad-compiler is not installed"));
  }

  private void script() {
    try {
      double value = bench.session(List.of()).function("x*y").differentiable(2).value(2, 3);
      symptoms.add(
          value == 6
              ? Symptom.ok("JavaScript", "GraalVM JavaScript, " + runtime())
              : Symptom.broken("JavaScript", "2*3 gives " + value));
    } catch (AdException | LinkageError e) {
      symptoms.add(Symptom.broken("JavaScript", String.valueOf(e.getMessage())));
    }
  }

  /** The optimising runtime of GraalVM needs its compiler on the upgrade module path. */
  private static String runtime() {
    boolean graal = ModuleLayer.boot().findModule("org.graalvm.truffle.compiler").isPresent();
    return graal ? "with the optimising runtime" : "interpreting (usual on a stock JDK)";
  }

  private void startUp() {
    String cache = System.getProperty("ad4j.cache", "");
    if (!cache.isEmpty() && Files.exists(Path.of(cache))) {
      symptoms.add(Symptom.ok("start-up cache", cache));
    } else {
      symptoms.add(
          Symptom.warning("start-up cache", "none: commands start more slowly; ./ad makes one"));
    }
  }

  private void terminal() {
    String kind = System.getenv("TERM");
    symptoms.add(
        Symptom.ok(
            "terminal",
            bench.streams().interactive().getAsBoolean()
                ? "interactive, TERM=" + (kind == null ? "" : kind)
                : "none: the REPL reads to the end of its input, without prompt and completion"));
  }
}
