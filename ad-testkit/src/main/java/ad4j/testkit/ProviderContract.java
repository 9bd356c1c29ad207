package ad4j.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ad4j.Installation;
import ad4j.engine.Engine;
import ad4j.engine.ForwardEngine;
import ad4j.engine.ReverseEngine;
import ad4j.op.Operator;
import ad4j.op.OperatorProvider;
import ad4j.verify.Aspect;
import ad4j.verify.Finding;
import ad4j.verify.OperatorVerification;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every provider of operators must pass. A plugin's test extends it and names its provider;
 * the engines on the test's class path take part, so put {@code ad-forward} and {@code ad-reverse}
 * there.
 *
 * {@snippet :
 * final class MyOperatorsTest extends ProviderContract {
 *   @Override
 *   protected OperatorProvider provider() {
 *     return new MyOperators();
 *   }
 * }
 * }
 */
public abstract class ProviderContract {
  /** For the test that extends it. */
  protected ProviderContract() {}

  /** The provider under test. */
  protected abstract OperatorProvider provider();

  /** The other operators, and the engines: what the test's class path holds, unless overridden. */
  protected Installation installation() {
    return Installation.standard();
  }

  /** Every operator of the provider, in every {@link Aspect}. */
  @TestFactory
  protected final Stream<DynamicNode> everyOperator() {
    return operators().stream().map(operator -> dynamicContainer(operator.name(), tests(operator)));
  }

  /** A provider without operators is one that forgot them. */
  @Test
  protected final void thereAreOperators() {
    assertFalse(operators().isEmpty(), provider().name() + " provides no operators");
  }

  /** No name is claimed twice, here or elsewhere in the installation. */
  @Test
  protected final void namesAreUnique() {
    OperatorProvider provider = provider();
    Set<String> names = new HashSet<>();
    for (Operator operator : operators()) {
      String name = operator.name();
      assertTrue(names.add(name), provider.name() + " declares operator '" + name + "' twice");
      if (installation().operators().find(name) != null) {
        assertEquals(
            provider.name(),
            installation().operators().provider(name),
            "operator '" + name + "' is also provided elsewhere");
      }
    }
  }

  /** The installation found the provider: it is registered as a service. */
  @Test
  protected final void isRegisteredAsAService() {
    for (Operator operator : operators()) {
      assertTrue(
          installation().operators().find(operator.name()) != null,
          "operator '%s' is not installed; name %s in module-info and in META-INF/services/%s"
              .formatted(
                  operator.name(),
                  provider().getClass().getName(),
                  OperatorProvider.class.getName()));
    }
  }

  /** Both kinds of engine take part in this contract. */
  @Test
  protected final void bothKindsOfEngineAreOnThePath() {
    for (Class<? extends Engine> kind : List.of(ForwardEngine.class, ReverseEngine.class)) {
      assertTrue(
          installation().engines().all().stream().anyMatch(kind::isInstance),
          "no " + kind.getSimpleName() + " is on the path, so slopes are verified by halves");
    }
  }

  private List<Operator> operators() {
    return provider().operators(name -> installation().operators().named(name));
  }

  private Stream<DynamicNode> tests(Operator operator) {
    OperatorVerification verification =
        new OperatorVerification(operator, installation().differentiator());
    return Arrays.stream(Aspect.values())
        .map(
            aspect ->
                dynamicTest(
                    operator.name() + " " + aspect.sentence(),
                    () -> requireNone(verification.verify(aspect))));
  }

  private static void requireNone(List<Finding> findings) {
    if (!findings.isEmpty()) {
      fail(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
    }
  }
}
