package ad4j.cli.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.Differentiable;
import ad4j.Installation;
import ad4j.cli.work.PluginPath;
import ad4j.engine.Mode;
import ad4j.op.Operator;
import ad4j.op.Operators;
import ad4j.op.Real;
import ad4j.verify.OperatorVerification;
import java.io.File;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin in {@code examples/operator-plugin}, built from its sources and loaded as a jar. */
final class ExamplePluginTest {
  private static final Path PROJECT = Path.of("..", "examples", "operator-plugin");
  private static final List<String> NAMES =
      List.of("lorentz", "softshrink", "logcosh", "logsumexp");

  @TempDir static Path folder;
  private static Path jar;

  @BeforeAll
  static void build() throws IOException {
    jar = PluginJar.ofProject(PROJECT, folder);
  }

  @Test
  void itsOperatorsAreFoundOnTheClassPath() throws IOException {
    try (URLClassLoader loader = PluginJar.loader(jar)) {
      requireWorking(Installation.of(loader));
    }
  }

  @Test
  void itsOperatorsAreFoundOnThePluginPath() {
    requireWorking(new PluginPath(List.of(folder)).installation());
  }

  @Test
  void withoutThePluginTheyAreUnknown() {
    NAMES.forEach(name -> assertEquals(null, Installation.standard().operators().find(name)));
  }

  @Test
  void itsOperatorsAreSound() throws IOException {
    try (URLClassLoader loader = PluginJar.loader(jar)) {
      Installation installation = Installation.of(loader);
      for (String name : NAMES) {
        Operator operator = installation.operators().named(name);
        assertEquals(
            List.of(), OperatorVerification.verify(operator, installation.differentiator()));
      }
    }
  }

  @Test
  void itsOperatorsAreFoundOnTheModulePath() throws IOException, InterruptedException {
    List<String> lines = output(javaOnTheModulePath());
    assertEquals("ad4j.api", lines.get(0), lines.toString());
    assertEquals("ad4j.api", lines.get(1), lines.toString()); // operators are the api's classes
    double slope = 2 * Math.cos(0.5) * Math.tanh(2 * Math.sin(0.5));
    for (String line : lines.subList(2, lines.size())) {
      int space = line.indexOf(' ');
      assertEquals(slope, Double.parseDouble(line.substring(0, space)), 1e-14, line);
      assertEquals(mixed(), Double.parseDouble(line.substring(space)), 1e-14, line);
    }
    assertEquals(2 + Mode.values().length, lines.size(), lines.toString());
  }

  /** The second partial of log(cosh(x sin(y))) at (2, 0.5) by x and y. */
  private static double mixed() {
    double u = 2 * Math.sin(0.5);
    double tanh = Math.tanh(u);
    return Math.cos(0.5) * tanh + Math.sin(0.5) * (1 - tanh * tanh) * 2 * Math.cos(0.5);
  }

  private static List<String> javaOnTheModulePath() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--module-path",
        Installed.modulePath() + File.pathSeparator + jar,
        "--add-modules",
        "com.example.adplugin,ad4j.ops,ad4j.forward,ad4j.reverse",
        "-XX:TieredStopAtLevel=1",
        "-classpath",
        Installed.place(ModulePathProbe.class),
        ModulePathProbe.class.getName());
  }

  private static List<String> output(List<String> command)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), "it does not end");
    assertEquals(0, process.exitValue(), text);
    return text.lines().toList();
  }

  private static void requireWorking(Installation installation) {
    Operators operators = installation.operators();
    for (String name : NAMES) {
      assertEquals("example operators", operators.provider(name), name);
    }
    for (Mode mode : Mode.values()) {
      Differentiable f =
          new Differentiable(
              x -> new Real[] {operators.named("logsumexp").of(x)},
              installation.differentiator().in(mode));
      double p = 1 / (1 + Math.exp(1));
      assertEquals(p, f.gradient(1000, 1001)[0], 1e-12, mode + ": gradient");
      assertEquals(-p * (1 - p), f.hessian(1000, 1001)[0][1], 1e-12, mode + ": hessian");
    }
  }
}
