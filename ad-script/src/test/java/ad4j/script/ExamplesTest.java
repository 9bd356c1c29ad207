package ad4j.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.engine.Mode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example scripts run, and end where they should. */
final class ExamplesTest {
  private static final Path FOLDER = Path.of("../examples");

  private static String output(String script) {
    Path file = FOLDER.resolve(script);
    assertTrue(Files.exists(file), file.toAbsolutePath().toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ScriptSettings usual = TwoEngines.settings(Mode.AUTO, out);
    ScriptSettings patient =
        new ScriptSettings(
            usual.installation(), usual.mode(), null, 0, usual.readable(), out, out, usual.in());
    try (ScriptSession session = new ScriptSession(patient)) {
      session.run(file);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static double number(String output, String label) {
    Matcher matcher = Pattern.compile(Pattern.quote(label) + "\\s+(\\S+)").matcher(output);
    assertTrue(matcher.find(), output);
    return Double.parseDouble(matcher.group(1));
  }

  @Test
  void logisticRegressionEndsAtTheReference() {
    String output = output("logistic-regression/train.mjs");
    assertEquals(0.0995913754847055, number(output, "\nloss"), 1e-12, output);
    assertEquals(0, number(output, "off the reference by"), 1e-12, output);
    assertEquals(0, number(output, "weights off it by at most"), 1e-9, output);
    assertTrue(output.contains("98.59 %"), output);
  }

  @Test
  void rosenbrockIsMinimised() {
    String output = output("rosenbrock/newton-cg.mjs");
    assertEquals(0, number(output, "(1, ..., 1):"), 1e-6, output);
  }

  @Test
  void irisIsLearnt() {
    assertTrue(number(output("iris/softmax.mjs"), "loss 0.166465\nstep 100: loss") < 0.17);
  }

  @Test
  void thePendulumKeepsItsEnergy() {
    String output = output("pendulum/lagrange.mjs");
    assertEquals(0, number(output.substring(output.indexOf("t = 2.0 s")), "off by"), 1e-5, output);
    assertTrue(output.contains("sin x = (1.000000) x^1 + (-0.166667) x^3"), output);
  }

  @Test
  void anOperatorOfOnesOwnWorks() {
    String output = output("operators/huber.mjs");
    assertTrue(output.contains("line: y = 2.290 x + 0.640"), output);
    assertTrue(output.contains("agrees with finite differences: true"), output);
    assertTrue(output.contains("curvature -4.248354255e-18"), output);
  }
}
