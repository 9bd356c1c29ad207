package ad4j.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.error.ConfigurationException;
import ad4j.error.UnknownOperatorException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OperatorsTest {
  private static final OperatorProvider ONE = provider("one", "sin", "cos");
  private static final OperatorProvider TWO = provider("two", "tan", "cos");

  @Test
  void anOperatorIsFoundByItsName() {
    Operators operators = new Operators(List.of(ONE));
    assertEquals("sin", operators.named("sin").name());
    assertEquals("one", operators.provider("sin"));
    assertEquals(List.of("cos", "sin"), operators.all().stream().map(Operator::name).toList());
  }

  @Test
  void anUnknownNameIsAnsweredWithNearOnes() {
    Operators operators = new Operators(List.of(ONE));
    String message =
        assertThrows(UnknownOperatorException.class, () -> operators.named("sinn")).getMessage();
    assertEquals(
        "AD-UNKNOWN-OPERATOR: no operator 'sinn'; did you mean 'sin'? (`ad ops` lists them)",
        message);
  }

  @Test
  void aNameClaimedTwiceNamesBothProviders() {
    ConfigurationException refusal =
        assertThrows(ConfigurationException.class, () -> new Operators(List.of(ONE, TWO)));
    assertEquals(List.of("operator 'cos' is claimed by both 'one' and 'two'"), refusal.problems());
  }

  @Test
  void aProviderThatFailsDoesNotHideAnother() {
    OperatorProvider failing =
        others -> {
          throw new ArithmeticException("no licence");
        };
    ConfigurationException refusal =
        assertThrows(ConfigurationException.class, () -> new Operators(List.of(failing, ONE, TWO)));
    assertEquals(2, refusal.problems().size());
    assertTrue(refusal.problems().getFirst().contains("no licence"));
  }

  @Test
  void aProviderThatAsksTooEarlyIsToldSo() {
    OperatorProvider early = others -> List.of(others.named("sin"));
    ConfigurationException refusal =
        assertThrows(ConfigurationException.class, () -> new Operators(List.of(early)));
    assertTrue(refusal.getMessage().contains("AD-UNKNOWN-OPERATOR"), refusal.getMessage());
  }

  private static OperatorProvider provider(String provider, String... names) {
    return new OperatorProvider() {
      @Override
      public String name() {
        return provider;
      }

      @Override
      public List<Operator> operators(OperatorLookup others) {
        return List.of(names).stream().map(OperatorsTest::operator).toList();
      }
    };
  }

  private static Operator operator(String name) {
    return Operator.unary(name).value(x -> x).slope((x, y) -> Real.constant(1)).doc("x.");
  }
}
