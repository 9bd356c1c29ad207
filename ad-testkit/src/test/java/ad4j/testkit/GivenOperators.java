package ad4j.testkit;

import ad4j.Installation;
import ad4j.op.Operator;
import ad4j.op.OperatorLookup;
import ad4j.op.OperatorProvider;
import java.util.List;

/** The contract of a provider of given operators. */
final class GivenOperators extends ProviderContract implements OperatorProvider {
  private final List<Operator> operators;
  private final Installation installation;

  GivenOperators(List<Operator> operators, Installation installation) {
    this.operators = operators;
    this.installation = installation;
  }

  @Override
  protected OperatorProvider provider() {
    return this;
  }

  @Override
  protected Installation installation() {
    return installation;
  }

  @Override
  public List<Operator> operators(OperatorLookup others) {
    return operators;
  }
}
