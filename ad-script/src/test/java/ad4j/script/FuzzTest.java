package ad4j.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.engine.Mode;
import ad4j.error.AdException;
import ad4j.error.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed, the answer is a value or a failure of ours, and the session stays sound. */
final class FuzzTest {
  private static final String PIECES = "(){}[]<>+-*/%=!&|^~?:;,.`'\"\\$#@ \n\tx0n_é\u2028";

  private static List<String> seeds() throws IOException {
    try (InputStream stream = FuzzTest.class.getResourceAsStream("snippets.txt")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static String mutated(Random random, List<String> seeds) {
    StringBuilder text = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
    for (int n = random.nextInt(4); n >= 0; n--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
        case 1 -> text.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
        case 2 -> text.insert(at, seeds.get(random.nextInt(seeds.size())));
        default -> text.setLength(at);
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anythingTypedIsAnsweredSoundly(long seed) throws IOException {
    Random random = new Random(seed);
    List<String> seeds = seeds();
    ScriptSettings usual = TwoEngines.settings(Mode.AUTO, OutputStream.nullOutputStream());
    ScriptSettings quick =
        new ScriptSettings(
            usual.installation(),
            usual.mode(),
            Duration.ofSeconds(1),
            0,
            List.of(),
            usual.out(),
            usual.err(),
            usual.in());
    try (ScriptSession session = new ScriptSession(quick)) {
      for (int n = 0; n < 100; n++) {
        String text = mutated(random, seeds);
        answer(text, () -> session.evaluate(text));
        answer(
            text, () -> session.function(text).differentiable(2).in(Mode.FORWARD).jacobian(1, 2));
        session.incomplete(text);
        session.completions(text, random.nextInt(text.length() + 1));
      }
      assertEquals("6", session.evaluate("grad(x => x * x)(3)").text());
    }
  }

  private static void answer(String text, Runnable input) {
    try {
      input.run();
    } catch (AdException e) {
      assertFalse(e.what().contains("internal failure"), text + "\n" + e.getMessage());
      Origin origin = e.origin();
      if (origin != null) {
        assertTrue(origin.line() >= 1 && origin.column() >= 1, text + "\n" + e.getMessage());
      }
    }
  }
}
