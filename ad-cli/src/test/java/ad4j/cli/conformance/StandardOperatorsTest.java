package ad4j.cli.conformance;

import ad4j.op.OperatorProvider;
import ad4j.ops.StandardOperators;
import ad4j.testkit.ProviderContract;

/** The standard operators keep what they declare, through both engines. */
final class StandardOperatorsTest extends ProviderContract {
  @Override
  protected OperatorProvider provider() {
    return new StandardOperators();
  }
}
