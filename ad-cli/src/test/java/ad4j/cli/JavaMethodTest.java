package ad4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.Installation;
import ad4j.program.Printer;
import ad4j.program.ProgramParser;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java methods on the command line, besides what the transcripts show. */
final class JavaMethodTest {
  private static final Path CLASSES = Path.of("target/test-classes");
  private static final Pattern SECTION = Pattern.compile("^(?=; )", Pattern.MULTILINE);
  private static final String MODELS = "com/example/Models.class";

  @TempDir private Path folder = Path.of("");

  private static void requireGradient(String function, String... more) {
    String[] arguments = new String[more.length + 6];
    List<String> usual = List.of("grad", function, "--at", "1,2", "--format", "plain");
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = i < usual.size() ? usual.get(i) : more[i - usual.size()];
    }
    CliRun run = CliRun.of(arguments);
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("-400"), run.out());
  }

  @Test
  void aClassIsFoundInAJar() throws IOException {
    Path jar = folder.resolve("models.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry(MODELS));
      out.write(Files.readAllBytes(CLASSES.resolve(MODELS)));
      out.closeEntry();
    }
    requireGradient(
        "com.example.Models#rosenbrock", "--classpath", "target" + File.pathSeparator + jar);
  }

  @Test
  void aClassFileOutsideOfItsPackageIsReadAlone() throws IOException {
    Path copy = folder.resolve("Elsewhere.class");
    Files.copy(CLASSES.resolve(MODELS), copy);
    requireGradient(copy + "#rosenbrock");
  }

  @Test
  void noClassIsInitialised() {
    CliRun run = CliRun.of("grad", "com.example.Loud#scaled", "-cp", "" + CLASSES, "--at", "3");
    assertEquals(1, run.exitCode(), run.out());
    assertNull(System.getProperty("com.example.loud"));
  }

  @Test
  void theDerivativeFollowsTheMethod() {
    String file = CLASSES.resolve(MODELS).toString();
    CliRun gradient = CliRun.of("ir", file + "#rosenbrock");
    assertTrue(gradient.out().startsWith("; the method\nprogram Models.rosenbrock(x: f64[])"));
    assertTrue(gradient.out().contains("\n; the gradient: "), gradient.out());
    assertTrue(gradient.out().contains("; Models.java:"), gradient.out());
    CliRun product = CliRun.of("ir", file + "#polar", "--no-lines");
    assertTrue(product.out().contains("\n; the VJP: "), product.out());
    assertFalse(product.out().contains("; Models.java:"), product.out());
  }

  @Test
  void programsParseBack() {
    String file = CLASSES.resolve(MODELS).toString();
    for (String method : List.of("rosenbrock", "example2", "polar", "root", "abs")) {
      CliRun run = CliRun.of("ir", file + "#" + method, "--no-lines");
      assertEquals(0, run.exitCode(), run.err());
      for (String section : SECTION.split(run.out(), -1)) {
        String text = section.replaceFirst(";.*\n", "").stripTrailing() + "\n";
        if (!section.isBlank()) {
          ProgramParser parser = new ProgramParser(Installation.standard().operators());
          assertEquals(text, Printer.print(parser.parse(text)), method);
        }
      }
    }
  }
}
