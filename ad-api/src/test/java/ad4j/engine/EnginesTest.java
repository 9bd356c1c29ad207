package ad4j.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.error.ConfigurationException;
import ad4j.op.Real;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EnginesTest {
  /** A forward engine in name only. */
  private record Named(String name) implements ForwardEngine {
    @Override
    public String doc() {
      return "Does nothing.";
    }

    @Override
    public Pushforward pushforward(RealFunction f, Real[] x, Real[][] directions) {
      throw new AssertionError("nobody asked");
    }
  }

  @Test
  void theFirstOfAKindIsPreferred() {
    Engines engines = new Engines(List.of(new Named("one"), new Named("two")));
    assertEquals("one", engines.forward().name());
    assertEquals("two", engines.preferring("two").forward().name());
  }

  @Test
  void aNameGivenTwiceIsRefused() {
    List<Named> twins = List.of(new Named("one"), new Named("one"));
    assertThrows(ConfigurationException.class, () -> new Engines(twins));
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    Engines engines = new Engines(List.of(new Named("one")));
    String message =
        assertThrows(ConfigurationException.class, () -> engines.preferring("two")).getMessage();
    assertTrue(message.contains("'two'") && message.contains("[one]"), message);
  }

  @Test
  void aKindThatIsNotThereNamesTheModuleToAdd() {
    Engines none = new Engines(List.of());
    assertTrue(refusal(none::forward).contains("ad-forward"));
    assertTrue(refusal(none::reverse).contains("ad-reverse"));
    Differentiator differentiator = new Differentiator(none, Mode.AUTO);
    assertTrue(
        refusal(() -> differentiator.gradient(x -> x, Real.constants(1))).contains("engine"));
  }

  private static String refusal(org.junit.jupiter.api.function.Executable body) {
    return assertThrows(ConfigurationException.class, body).getMessage();
  }
}
