package ad4j.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AdExceptionTest {
  @Test
  void aMessageSaysWhatWhereAndWhatWouldWork() {
    Origin origin = new Origin("model.js", 3, 7, "x.foo");
    ScriptException failure = new ScriptException("no method 'foo'", "use 'sin'", origin, null);
    assertEquals("AD-SCRIPT: no method 'foo' (at model.js:3:7); use 'sin'", failure.getMessage());
    assertEquals("no method 'foo'", failure.what());
    assertEquals("use 'sin'", failure.remedy());
    assertEquals(origin, failure.origin());
  }

  @Test
  void aMessageLeavesOutWhatIsNotKnown() {
    assertEquals("AD-SHAPE: two for three", new ShapeException("two for three", "").getMessage());
  }

  @Test
  void allProblemsOfAConfigurationAreInItsMessage() {
    assertEquals(
        "AD-CONFIGURATION: one; two",
        new ConfigurationException(List.of("one", "two")).getMessage());
  }

  @Test
  void everyKindOwnsACode() throws ReflectiveOperationException {
    Set<String> codes = new HashSet<>();
    Class<?>[] kinds = AdException.class.getPermittedSubclasses();
    for (Class<?> kind : kinds) {
      assertTrue(Modifier.isFinal(kind.getModifiers()), kind + " is not final");
      String code = failure(kind).code();
      assertTrue(code.matches("AD-[A-Z]+(-[A-Z]+)*"), code);
      codes.add(code);
    }
    assertEquals(kinds.length, codes.size(), "codes " + codes);
  }

  private static Object argument(Class<?> type) {
    if (type == Origin.class) {
      return new Origin("file", 1, 1, "");
    }
    return type == List.class ? List.of() : type == Throwable.class ? new Raised() : "word";
  }

  /** What a failure may have as its cause. */
  private static final class Raised extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static AdException failure(Class<?> kind) throws ReflectiveOperationException {
    var constructor =
        Arrays.stream(kind.getConstructors())
            .min((a, b) -> a.getParameterCount() - b.getParameterCount())
            .orElseThrow();
    Object[] arguments =
        Arrays.stream(constructor.getParameterTypes()).map(AdExceptionTest::argument).toArray();
    return (AdException) constructor.newInstance(arguments);
  }
}
