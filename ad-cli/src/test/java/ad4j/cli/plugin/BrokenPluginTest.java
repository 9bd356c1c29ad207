package ad4j.cli.plugin;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.Installation;
import ad4j.cli.CliRun;
import ad4j.cli.work.PluginPath;
import ad4j.error.ConfigurationException;
import ad4j.op.Operator;
import ad4j.verify.Aspect;
import ad4j.verify.Finding;
import ad4j.verify.OperatorVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins with something wrong: each is named with what is wrong, and none is passed over. */
final class BrokenPluginTest {
  @TempDir Path folder;

  @Test
  void aJarThatIsNoJar() throws IOException {
    Files.write(folder.resolve("noise.jar"), new byte[] {1, 2, 3});
    requireProblem("noise.jar");
  }

  @Test
  void aJarThatIsCutOff() throws IOException {
    Path jar = provider("Whole", "", "List.of()");
    byte[] bytes = Files.readAllBytes(jar);
    Files.write(jar, Arrays.copyOf(bytes, bytes.length / 2));
    requireProblem("Whole.jar");
  }

  @Test
  void aProviderThatCannotBeMade() throws IOException {
    provider(
        "Failing", "public Failing() { throw new ArithmeticException(\"no licence\"); }", "null");
    requireProblem("broken.Failing", "no licence");
  }

  @Test
  void aProviderThatCannotBeInitialised() throws IOException {
    provider("Static", "static final int N = Integer.parseInt(\"one\");", "null");
    requireProblem("broken.Static");
  }

  @Test
  void aProviderThatCannotListItsOperators() throws IOException {
    provider("Listing", "", "List.of((Operator) null)");
    requireProblem("the broken plugin");
  }

  @Test
  void aProviderThatIsNotThere() throws IOException {
    PluginJar plugin = new PluginJar(folder);
    plugin.add("META-INF/services/ad4j.op.OperatorProvider", "broken.Nowhere");
    plugin.packed("nowhere.jar");
    requireProblem("broken.Nowhere");
  }

  @Test
  void aProviderThatIsNone() throws IOException {
    provider("Having", "public static final class Other {}", "List.of()");
    PluginJar plugin = new PluginJar(folder);
    plugin.add("META-INF/services/ad4j.op.OperatorProvider", "broken.Having$Other");
    plugin.packed("Having.jar");
    requireProblem("broken.Having$Other");
  }

  @Test
  void aClassThatIsMissing() throws IOException {
    provider(
        "Lacking",
        "static final class Part { static final int N = Part.class.hashCode(); }",
        "Part.N > 0 ? List.of() : null");
    Files.delete(folder.resolve("classes/broken/Lacking$Part.class"));
    new PluginJar(folder).packed("Lacking.jar");
    requireProblem("the broken plugin", "Lacking$Part");
  }

  @Test
  void aNameThatIsTaken() throws IOException {
    provider(
        "Taking",
        "",
        sine("sin", "Operator.unary(\"cos\").value(Math::cos)" + ".slope((a, b) -> b).of(x)"));
    requireProblem("'sin'", "the broken plugin", "ad4j standard operators");
  }

  @Test
  void anOperatorWithoutASlope() throws IOException {
    provider("Slopeless", "", "List.of(Operator.unary(\"mine\").value(Math::sin).slope(null))");
    requireProblem("the broken plugin", "mine", "no slope");
  }

  @Test
  void aFolderWithoutAJar() {
    requireProblem("holds no jar");
  }

  @Test
  void aJarThatRegistersNothing() throws IOException {
    PluginJar plugin = new PluginJar(folder);
    plugin.add("notes.txt", "nothing");
    plugin.packed("notes.jar");
    requireProblem("registers nothing", "META-INF/services/ad4j.op.OperatorProvider");
  }

  @Test
  void namesThatMeanSomethingElseInScripts() throws IOException {
    String named = "Operator.unary(\"%s\").value(Math::sin).slope((x, y) -> x)";
    String operators =
        Stream.of("grad", "class", "isNaN").map(named::formatted).collect(joining(", "));
    provider("Words", "", "List.of(" + operators + ")");
    requireProblem("'grad'", "'class'", "'isNaN'", "taken by the module ad", "taken by JavaScript");
  }

  @Test
  void aValueThatThrowsNamesItsOperator() throws IOException {
    String value = "x -> { throw new IllegalStateException(\"no licence\"); }";
    provider(
        "Throwing",
        "",
        "List.of(Operator.unary(\"mine\").value(" + value + ").slope((x, y) -> x))");
    for (String f : List.of("mine(x)", "x => { let y = mine(x); return y; }", "x => mine(3) * x")) {
      for (String command : List.of("eval", "grad")) {
        CliRun run = CliRun.of(command, f, "--at", "1", "--plugin-path", folder.toString());
        assertEquals(1, run.exitCode(), run.err());
        String expected =
            "ad: AD-OPERATOR: the value of operator 'mine' failed: "
                + "java.lang.IllegalStateException: no licence\n  at <inline>:1";
        assertTrue(run.err().startsWith(expected), command + " " + f + ": " + run.err());
      }
    }
  }

  @Test
  void allProblemsAreReportedAtOnce() throws IOException {
    provider("First", "public First() { throw new ArithmeticException(); }", "null");
    PluginJar plugin = new PluginJar(folder.resolve("second"));
    plugin.add("META-INF/services/ad4j.op.OperatorProvider", "broken.Nowhere\nbroken.Neither");
    Path second = plugin.packed("second.jar");
    ConfigurationException refusal =
        assertThrows(
            ConfigurationException.class,
            () -> new PluginPath(List.of(folder, second)).installation());
    assertEquals(3, refusal.problems().size(), refusal.problems().toString());
  }

  @Test
  void brokenJarsAreReportedTogetherWithBrokenProviders() throws IOException {
    provider("First", "public First() { throw new ArithmeticException(); }", "null");
    Path jar = Files.writeString(folder.resolve("torn.jar"), "PK");
    Path missing = folder.resolve("missing");
    ConfigurationException refusal =
        assertThrows(
            ConfigurationException.class,
            () -> new PluginPath(List.of(folder, missing)).installation());
    List<String> problems = refusal.problems();
    assertEquals(3, problems.size(), problems.toString());
    assertTrue(problems.get(0).contains(jar.toString()), problems.toString());
    assertTrue(problems.get(1).contains(missing.toString()), problems.toString());
    assertTrue(problems.get(2).contains("broken.First"), problems.toString());
  }

  @Test
  void aSlopeThatContradictsItsValueIsFoundByVerification() throws IOException {
    provider("Wrong", "", sine("mySine", "x.negate()"));
    List<Finding> findings = verify("mySine");
    assertTrue(
        findings.stream().anyMatch(finding -> finding.aspect() == Aspect.SLOPE),
        findings.toString());
  }

  @Test
  void aSlopeThatIsNullIsFoundByVerification() throws IOException {
    provider("Null", "", sine("mySine", "null"));
    assertFalse(verify("mySine").isEmpty());
  }

  private static String sine(String name, String slope) {
    return "List.of(Operator.unary(\"%s\").value(Math::sin).slope((x, y) -> %s).doc(\"Sine.\"))"
        .formatted(name, slope);
  }

  private Path provider(String name, String members, String operators) throws IOException {
    return PluginJar.ofProvider(
        name,
        """
        package broken;
        import ad4j.op.*;
        import java.util.List;
        public final class %s implements OperatorProvider {
          %s
          @Override public String name() { return "the broken plugin"; }
          @Override public List<Operator> operators(OperatorLookup others) { return %s; }
        }
        """
            .formatted(name, members, operators),
        folder);
  }

  private List<Finding> verify(String name) {
    Installation installation = new PluginPath(List.of(folder)).installation();
    Operator operator = installation.operators().named(name);
    return OperatorVerification.verify(operator, installation.differentiator());
  }

  private void requireProblem(String... words) {
    ConfigurationException refusal =
        assertThrows(
            ConfigurationException.class, () -> new PluginPath(List.of(folder)).installation());
    for (String word : words) {
      assertTrue(
          refusal.problems().stream().anyMatch(problem -> problem.contains(word)),
          () -> "'" + word + "' is not in " + refusal.problems());
    }
  }
}
