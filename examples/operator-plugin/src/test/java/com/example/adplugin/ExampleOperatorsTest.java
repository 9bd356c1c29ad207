package com.example.adplugin;

import ad4j.op.OperatorProvider;
import ad4j.testkit.ProviderContract;

final class ExampleOperatorsTest extends ProviderContract {
  @Override
  protected OperatorProvider provider() {
    return new ExampleOperators();
  }
}
