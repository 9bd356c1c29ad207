package ad4j.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ad4j.error.ConfigurationException;
import ad4j.error.UnknownOperatorException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    ":moed, :mode", // swapped
    "isn, sin",
    "sni, sin",
    "hgihest, highest",
    "sinn, sin", // inserted
    "sn, sin", // left out
    "son, sin", // changed
    "SIN, sin",
    "lgoarithm, logarithm"
  })
  void oneMistakeIsSeenThrough(String written, String meant) {
    assertEquals(List.of(meant), Operators.Spelling.near(written, List.of(meant), 1));
  }

  @ParameterizedTest
  @CsvSource({"sin, cos", "nsi, sin", ":mdoe, :help", "nis, sin", "'', sin"})
  void otherNamesAreNotNear(String written, String other) {
    assertEquals(List.of(), Operators.Spelling.near(written, List.of(other), 1));
  }

  @Test
  void theNearestNameComesFirst() {
    List<String> names = List.of("logarithms", "logarithm", "algorithm");
    assertEquals(
        List.of("logarithm", "logarithms"), Operators.Spelling.near("lgoarithm", names, 2));
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
