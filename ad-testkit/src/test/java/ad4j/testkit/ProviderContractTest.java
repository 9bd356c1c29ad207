package ad4j.testkit;

import static ad4j.op.Operator.unary;
import static ad4j.op.Real.constant;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ad4j.Installation;
import ad4j.engine.Engines;
import ad4j.op.Arithmetic;
import ad4j.op.Operator;
import ad4j.op.OperatorProvider;
import ad4j.op.Operators;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contract passes a sound provider, and fails others for what is wrong with them. */
final class ProviderContractTest {
  @Nested
  final class ArithmeticTest extends ProviderContract {
    @Override
    protected OperatorProvider provider() {
      return new Arithmetic();
    }
  }

  @Test
  void aProviderWithoutOperatorsFails() {
    assertThrows(AssertionError.class, contract()::thereAreOperators);
  }

  @Test
  void aNameThatIsTakenFails() {
    assertThrows(AssertionError.class, contract(named("add"))::namesAreUnique);
  }

  @Test
  void aNameDeclaredTwiceFails() {
    assertThrows(AssertionError.class, contract(named("twin"), named("twin"))::namesAreUnique);
  }

  @Test
  void aProviderThatIsNotRegisteredFails() {
    assertThrows(AssertionError.class, contract(named("hidden"))::isRegisteredAsAService);
  }

  @Test
  void aPathWithoutEnginesFails() {
    ProviderContract contract =
        new GivenOperators(
            List.of(named("lonely")),
            new Installation(new Operators(List.of()), new Engines(List.of())));
    assertThrows(AssertionError.class, contract::bothKindsOfEngineAreOnThePath);
  }

  @Test
  void anUnsoundOperatorFails() {
    Operator wrong = unary("wrong").value(Math::sin).slope((x, y) -> x).doc("Sine.");
    assertThrows(
        AssertionError.class, () -> tests(contract(wrong)).forEach(ProviderContractTest::execute));
  }

  private static Stream<DynamicTest> tests(ProviderContract contract) {
    return contract
        .everyOperator()
        .flatMap(node -> ((DynamicContainer) node).getChildren())
        .map(ProviderContractTest::test);
  }

  private static DynamicTest test(DynamicNode node) {
    return (DynamicTest) node;
  }

  private static void execute(DynamicTest test) {
    try {
      test.getExecutable().execute();
    } catch (AssertionError e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Operator named(String name) {
    return unary(name).value(x -> x).slope((x, y) -> constant(1)).doc("x.");
  }

  private static ProviderContract contract(Operator... operators) {
    return new GivenOperators(List.of(operators), Installation.standard());
  }
}
